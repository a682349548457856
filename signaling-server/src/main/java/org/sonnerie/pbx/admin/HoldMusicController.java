package org.sonnerie.pbx.admin;

import org.sonnerie.pbx.history.Story;
import org.sonnerie.pbx.prompts.PromptDesk;
import org.sonnerie.pbx.runtime.OwnPrompts;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What callers hear while they wait: the usual music, or a sound of the company's own. That is kept
 * as a prompt by a name of its own, and is set and taken away as prompts are.
 */
@Controller
class HoldMusicController {
    private static final long PART_OF_A_SECOND = 999;

    private final PromptDesk desk;

    HoldMusicController(PromptDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/admin/hold-music")
    String page(@AuthenticationPrincipal SignedIn admin, Model model) {
        model.addAttribute("name", OwnPrompts.HOLD_MUSIC);
        desk.overview(admin.company()).own().stream()
                .map(PromptDesk.Listed::prompt)
                .filter(prompt -> prompt.name().equals(OwnPrompts.HOLD_MUSIC))
                .findFirst()
                .ifPresent(own ->
                        model.addAttribute(
                                "length", Story.clock(own.length().plusMillis(PART_OF_A_SECOND))));
        return "admin/hold-music";
    }
}
