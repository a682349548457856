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
import org.sonnerie.pbx.start.GettingStarted;
import org.springframework.stereotype.Component;

/** How far a company is with setting itself up, and what of that it skips. Thread safe. */
@Component
public class StartBoard {
    private final StartSteps steps;
    private final GettingStarted started;

    StartBoard(StartSteps steps, GettingStarted started) {
        this.steps = steps;
        this.started = started;
    }

    /**
     * All of it.
     *
     * @param lines its steps, in their order
     * @param isShown whether the company is shown it: not put away
     */
    public record View(List<Line> lines, boolean isShown) {
        /** Copies the list. */
        public View {
            lines = List.copyOf(lines);
        }

        boolean isOver() {
            return lines.stream().noneMatch(Line::isLeft);
        }
    }

    /**
     * A step.
     *
     * @param word under which its texts stand
     * @param number from 1
     * @param state {@code open}, {@code begun} or {@code done}
     * @param said the key of the sentence that says what there is
     * @param name the sentence's argument
     * @param address of the page where it is done, behind {@code /admin}
     * @param isSkipped whether it is not for this company
     * @param isNext whether it is the first that is left
     */
    public record Line(
            String word,
            int number,
            String state,
            String said,
            String name,
            String address,
            boolean isSkipped,
            boolean isNext) {
        /**
         * Whether there is nothing left to do.
         *
         * @return true: it is done
         */
        public boolean isDone() {
            return state.equals(Keyword.of(State.DONE));
        }

        /**
         * Whether there is something that does not do yet.
         *
         * @return true: it is begun
         */
        public boolean isBegun() {
            return state.equals(Keyword.of(State.BEGUN));
        }

        boolean isLeft() {
            return !isDone() && !isSkipped;
        }
    }

    /**
     * How far a company is.
     *
     * @param company which
     * @return its steps; nothing is skipped where it was put away
     */
    public View of(CompanyId company) {
        Optional<Set<String>> skipped = started.skipped(company);
        return new View(lines(company, skipped.orElse(Set.of())), skipped.isPresent());
    }

    private List<Line> lines(CompanyId company, Set<String> skipped) {
        List<Line> lines = new ArrayList<>();
        boolean nextIsKnown = false;
        for (Stand stand : steps.of(company)) {
            boolean skips = skipped.contains(Keyword.of(stand.what()));
            boolean next = stand.state() != State.DONE && !skips && !nextIsKnown;
            nextIsKnown |= next;
            lines.add(line(stand, lines.size() + 1, skips, next));
        }
        return lines;
    }

    private static Line line(Stand stand, int number, boolean skips, boolean next) {
        return new Line(
                Keyword.of(stand.what()),
                number,
                Keyword.of(stand.state()),
                stand.said(),
                stand.name(),
                stand.address(),
                skips,
                next);
    }

    /**
     * Skips a step, or takes it up again. Where it was put away, nothing is skipped.
     *
     * @param company which
     * @param step its word
     * @param skips false: it is for this company after all
     * @return false: there is no such step
     */
    public boolean skip(CompanyId company, String step, boolean skips) {
        boolean known = Arrays.stream(What.values()).map(Keyword::of).anyMatch(step::equals);
        if (known && skips) {
            started.skip(company, step);
        } else if (known) {
            started.resume(company, step);
        }
        return known;
    }

    /**
     * Puts it away, or shows it again with nothing skipped; nothing changes where it is so.
     *
     * @param company which
     * @param shown false: away
     */
    public void show(CompanyId company, boolean shown) {
        if (started.skipped(company).isPresent() == shown) {
            return;
        }
        if (shown) {
            started.begin(company);
        } else {
            started.putAway(company);
        }
    }
}
