package org.sonnerie.pbx.admin;

import java.util.Locale;
import org.sonnerie.pbx.call.Manner;
import org.sonnerie.pbx.live.Item;
import org.sonnerie.pbx.live.Supervisors;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page by which a supervisor comes into a call, with a reason that is written down. */
@Controller
@RequestMapping("/admin/live/supervise")
class SuperviseController {
    private static final String WANTED = "wanted";

    private final Supervisors supervisors;

    SuperviseController(Supervisors supervisors) {
        this.supervisors = supervisors;
    }

    /** 404: there is no such call, or it is not one that he may hear. */
    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String call,
            Locale locale,
            Model model) {
        model.addAttribute("call", find(who, call, locale));
        model.addAttribute("manners", Manner.values());
        if (!model.containsAttribute(WANTED)) {
            model.addAttribute(WANTED, Manner.LISTEN.name());
        }
        return "admin/supervise";
    }

    @PostMapping
    String supervise(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String call,
            @RequestParam(defaultValue = "listen") String manner,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            RedirectAttributes next) {
        Item item = find(who, call, locale);
        Manner wanted =
                Keyword.read(Manner.class, manner)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        String outcome = Keyword.of(supervisors.supervise(who, item, wanted, reason));
        next.addFlashAttribute("outcome", outcome);
        next.addFlashAttribute("reason", reason);
        next.addFlashAttribute(WANTED, wanted.name());
        next.addAttribute("call", item.key());
        return "redirect:/admin/live/supervise";
    }

    private Item find(SignedIn who, String call, Locale locale) {
        return supervisors
                .call(who, call, locale)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
