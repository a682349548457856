package org.sonnerie.pbx.admin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sonnerie.pbx.admin.StartSteps.Stand;
import org.sonnerie.pbx.admin.StartSteps.State;
import org.sonnerie.pbx.admin.StartSteps.What;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.start.GettingStarted;
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

    private final StartSteps steps;
    private final GettingStarted started;

    StartController(StartSteps steps, GettingStarted started) {
        this.steps = steps;
        this.started = started;
    }

    /**
     * A step as the page shows it.
     *
     * @param word under which its texts stand
     * @param number from 1
     * @param stand how far it is
     * @param isSkipped whether it is not for this company
     * @param isNext whether it is the first that is left
     */
    record Line(String word, int number, Stand stand, boolean isSkipped, boolean isNext) {
        public boolean isDone() {
            return stand.state() == State.DONE;
        }

        public boolean isBegun() {
            return stand.state() == State.BEGUN;
        }

        boolean isLeft() {
            return !isDone() && !isSkipped;
        }
    }

    @GetMapping("/admin")
    String begin(@AuthenticationPrincipal SignedIn admin) {
        CompanyId company = admin.company();
        boolean shown =
                started.skipped(company)
                        .filter(skipped -> lines(company, skipped).stream().anyMatch(Line::isLeft))
                        .isPresent();
        return shown ? PAGE : "redirect:/admin/people";
    }

    @GetMapping("/admin/start")
    String page(@AuthenticationPrincipal SignedIn admin, Model model) {
        Optional<Set<String>> skipped = started.skipped(admin.company());
        List<Line> lines = lines(admin.company(), skipped.orElse(Set.of()));
        model.addAttribute("lines", lines);
        model.addAttribute("done", lines.stream().filter(Line::isDone).count());
        model.addAttribute("isOver", lines.stream().noneMatch(Line::isLeft));
        model.addAttribute("isShown", skipped.isPresent());
        return "admin/start";
    }

    private List<Line> lines(CompanyId company, Set<String> skipped) {
        List<Line> lines = new ArrayList<>();
        boolean nextIsKnown = false;
        for (Stand stand : steps.of(company)) {
            String word = Keyword.of(stand.what());
            boolean left = stand.state() != State.DONE && !skipped.contains(word);
            boolean next = left && !nextIsKnown;
            nextIsKnown |= next;
            lines.add(new Line(word, lines.size() + 1, stand, skipped.contains(word), next));
        }
        return lines;
    }

    @PostMapping("/admin/start/{step}/skip")
    String skip(@AuthenticationPrincipal SignedIn admin, @PathVariable String step) {
        started.skip(admin.company(), known(step));
        return PAGE;
    }

    @PostMapping("/admin/start/{step}/resume")
    String resume(@AuthenticationPrincipal SignedIn admin, @PathVariable String step) {
        started.resume(admin.company(), known(step));
        return PAGE;
    }

    private static String known(String step) {
        return Arrays.stream(What.values())
                .map(Keyword::of)
                .filter(step::equals)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/admin/start/put-away")
    String putAway(@AuthenticationPrincipal SignedIn admin) {
        started.putAway(admin.company());
        return "redirect:/admin/people";
    }

    @PostMapping("/admin/start/show")
    String show(@AuthenticationPrincipal SignedIn admin) {
        started.begin(admin.company());
        return PAGE;
    }
}
