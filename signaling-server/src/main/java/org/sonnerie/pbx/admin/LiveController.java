package org.sonnerie.pbx.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sonnerie.pbx.live.Elapsed;
import org.sonnerie.pbx.live.Item;
import org.sonnerie.pbx.live.LiveBoard;
import org.sonnerie.pbx.live.Supervisors;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The pages that show what goes on now. */
@Controller
@RequestMapping("/admin")
class LiveController {
    private final LiveBoard board;
    private final InstantSource clock;

    LiveController(LiveBoard board, InstantSource clock) {
        this.board = board;
        this.clock = clock;
    }

    @GetMapping("/live")
    String live(@AuthenticationPrincipal SignedIn who, Locale locale, Model model) {
        return show("admin/live", who, locale, model);
    }

    @GetMapping("/wallboard")
    String wallboard(@AuthenticationPrincipal SignedIn who, Locale locale, Model model) {
        return show("admin/wallboard", who, locale, model);
    }

    private String show(String page, SignedIn who, Locale locale, Model model) {
        Instant now = clock.instant();
        Map<String, List<Item>> lists = board.of(who, locale);
        model.addAttribute("now", now.toString());
        model.addAttribute("clock", new Elapsed(now));
        model.addAttribute("blank", Item.BLANK);
        model.addAttribute("calls", lists.get(LiveBoard.CALLS));
        model.addAttribute("supervises", Supervisors.mayAny(who));
        model.addAttribute("queues", lists.get(LiveBoard.QUEUES));
        return page;
    }
}
