package org.sonnerie.pbx.provider;

import java.util.Map;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.spending.Prices;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What calls to outside cost, and what companies may spend in a day. */
@Controller
@RequestMapping("/provider/prices")
class PricesController {
    private final Prices prices;
    private final ServerDesk desk;

    PricesController(Prices prices, ServerDesk desk) {
        this.prices = prices;
        this.desk = desk;
    }

    @GetMapping
    String page(Model model) {
        return show(PricesForm.of(prices.list()), Map.of(), model);
    }

    @PostMapping
    String save(
            @AuthenticationPrincipal SignedIn provider,
            @ModelAttribute("form") PricesForm sent,
            Model model,
            RedirectAttributes after) {
        PricesForm form = PricesForm.typed(sent);
        try {
            desk.setPrices(form, provider.company());
        } catch (ProviderRefusedException refused) {
            return show(form, refused.byField(), model);
        }
        after.addFlashAttribute("saved", true);
        return "redirect:/provider/prices";
    }

    private static String show(PricesForm form, Map<String, String> problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("wrongLine", form.wrongLine().orElse(0));
        return "provider/prices";
    }
}
