package org.sonnerie.pbx.admin;

import org.sonnerie.pbx.admin.StartBoard.Line;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where an administrator begins. A new company's is led to the page that shows what is to be done
 * and leads to the pages where it is, until all is done, skipped, or put away.
 */
@Controller
class StartController {
    private static final String PAGE = "redirect:/admin/start";

    private final StartBoard board;

    StartController(StartBoard board) {
        this.board = board;
    }

    @GetMapping("/admin")
    String begin(@AuthenticationPrincipal SignedIn admin) {
        StartBoard.View view = board.of(admin.company());
        return view.isShown() && !view.isOver() ? PAGE : "redirect:/admin/people";
    }

    @GetMapping("/admin/start")
    String page(@AuthenticationPrincipal SignedIn admin, Model model) {
        StartBoard.View view = board.of(admin.company());
        model.addAttribute("lines", view.lines());
        model.addAttribute("done", view.lines().stream().filter(Line::isDone).count());
        model.addAttribute("isOver", view.isOver());
        model.addAttribute("isShown", view.isShown());
        return "admin/start";
    }

    @PostMapping("/admin/start/{step}/skip")
    String skip(@AuthenticationPrincipal SignedIn admin, @PathVariable String step) {
        return skip(admin, step, true);
    }

    @PostMapping("/admin/start/{step}/resume")
    String resume(@AuthenticationPrincipal SignedIn admin, @PathVariable String step) {
        return skip(admin, step, false);
    }

    private String skip(SignedIn admin, String step, boolean skips) {
        if (!board.skip(admin.company(), step, skips)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return PAGE;
    }

    @PostMapping("/admin/start/put-away")
    String putAway(@AuthenticationPrincipal SignedIn admin) {
        board.show(admin.company(), false);
        return "redirect:/admin/people";
    }

    @PostMapping("/admin/start/show")
    String show(@AuthenticationPrincipal SignedIn admin) {
        board.show(admin.company(), true);
        return PAGE;
    }
}
