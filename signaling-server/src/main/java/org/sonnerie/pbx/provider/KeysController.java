package org.sonnerie.pbx.provider;

import java.util.List;
import org.sonnerie.pbx.sealing.SealRotation;
import org.sonnerie.pbx.sealing.SealState;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The keys by which secrets are sealed: how far they are, new ones, the end of old ones. */
@Controller
@RequestMapping("/provider/keys")
class KeysController {
    private static final String HERE = "redirect:/provider/keys";
    private static final String SAID = "said";

    private final SealRotation rotation;

    KeysController(SealRotation rotation) {
        this.rotation = rotation;
    }

    @GetMapping
    String page(Model model) {
        List<SealState> states = rotation.states();
        model.addAttribute("states", states);
        model.addAttribute("older", states.stream().anyMatch(SealState::older));
        model.addAttribute("lost", states.stream().filter(state -> state.lost() > 0).toList());
        return "provider/keys";
    }

    @PostMapping("/renew")
    String renew(@AuthenticationPrincipal SignedIn provider, RedirectAttributes after) {
        boolean made = rotation.renew(provider.company());
        after.addFlashAttribute(SAID, made ? "provider.keys.made" : "provider.keys.first");
        return HERE;
    }

    @PostMapping("/drop")
    String drop(@AuthenticationPrincipal SignedIn provider, RedirectAttributes after) {
        boolean dropped = rotation.dropOlder(provider.company());
        after.addFlashAttribute(SAID, dropped ? "provider.keys.dropped" : "provider.keys.none");
        return HERE;
    }
}
