package org.sonnerie.pbx.admin;

import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyFacts;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.privacy.CallRetention;
import org.sonnerie.pbx.privacy.NotErasableException;
import org.sonnerie.pbx.privacy.NumberErasure;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For how long things are kept, and what is kept of a number. */
@Controller
@RequestMapping("/admin/privacy")
class PrivacyController {
    private static final String PAGE = "admin/privacy";
    private static final String BACK = "redirect:/admin/privacy";

    private final CallRetention retention;
    private final NumberErasure erasure;
    private final Published published;

    PrivacyController(CallRetention retention, NumberErasure erasure, Published published) {
        this.retention = retention;
        this.erasure = erasure;
        this.published = published;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn admin, Model model) {
        String days = retention.days(admin.company()).map(String::valueOf).orElse("");
        return page(admin, days, "", model);
    }

    private String page(SignedIn admin, String days, String number, Model model) {
        Optional<CompanyFacts> facts = published.find(admin.company()).map(plan -> plan.facts());
        model.addAttribute("days", days);
        model.addAttribute("longest", CallRetention.LONGEST_DAYS);
        model.addAttribute("typed", number);
        model.addAttribute("messages", facts.flatMap(all -> all.voicemail().keepDays()));
        model.addAttribute("recordings", facts.map(all -> all.recording().keepDays()));
        return PAGE;
    }

    @PostMapping("/retention")
    String keep(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam(defaultValue = "") String days,
            Model model,
            RedirectAttributes after) {
        try {
            Optional<Integer> wanted =
                    Optional.of(days.strip()).filter(one -> !one.isEmpty()).map(Integer::parseInt);
            retention.keep(admin.company(), wanted);
        } catch (IllegalArgumentException _) {
            model.addAttribute("wrongDays", true);
            return page(admin, days, "", model);
        }
        after.addFlashAttribute("kept", true);
        return BACK;
    }

    /** By POST, so that the number does not stand in an address. */
    @PostMapping("/look")
    String look(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam(defaultValue = "") String number,
            Model model) {
        try {
            String whole = erasure.number(admin.company(), number);
            model.addAttribute("number", whole);
            model.addAttribute("found", erasure.look(admin.company(), whole));
        } catch (NotErasableException refused) {
            model.addAttribute("wrongNumber", Keyword.of(refused.why()));
        }
        String days = retention.days(admin.company()).map(String::valueOf).orElse("");
        return page(admin, days, number, model);
    }

    @PostMapping("/erase")
    String erase(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam(defaultValue = "") String number,
            Model model,
            RedirectAttributes after) {
        try {
            String whole = erasure.number(admin.company(), number);
            after.addFlashAttribute("erased", erasure.erase(admin.company(), whole));
            return BACK;
        } catch (NotErasableException refused) {
            model.addAttribute("wrongNumber", Keyword.of(refused.why()));
            return show(admin, model);
        }
    }
}
