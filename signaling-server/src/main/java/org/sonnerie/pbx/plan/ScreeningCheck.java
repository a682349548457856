package org.sonnerie.pbx.plan;

import java.util.function.BiConsumer;
import org.sonnerie.pbx.plan.ScreeningRule.Callers;

/** Looks for lists of callers that hold no numbers, and for rules about nothing. */
final class ScreeningCheck {
    private final Outside outside;
    private final BiConsumer<Spot, Flaw> problem;
    private final BiConsumer<Spot, Destination> leads;

    /**
     * A check.
     *
     * @param outside to be checked
     * @param problem takes a spot and what is wrong there
     * @param leads takes a spot and a destination that must exist
     */
    ScreeningCheck(
            Outside outside, BiConsumer<Spot, Flaw> problem, BiConsumer<Spot, Destination> leads) {
        this.outside = outside;
        this.problem = problem;
        this.leads = leads;
    }

    void run() {
        Screening screening = outside.screening();
        screening.lists().forEach(this::list);
        for (int i = 0; i < screening.rules().size(); i++) {
            rule(Spot.numbered("screening", String.valueOf(i + 1)), screening.rules().get(i));
        }
    }

    private void list(CallerList list) {
        Spot spot = Spot.of(list);
        if (list.name().isBlank()) {
            problem.accept(spot.on("name"), Flaw.of(PlanCheck.NAMELESS));
        }
        CallerList.problems(list.numbers())
                .forEach(flaw -> problem.accept(spot.on("numbers"), flaw));
    }

    private void rule(Spot spot, ScreeningRule rule) {
        if (rule.callers() instanceof Callers.Listed(CallerListId id)
                && outside.screening().list(id).isEmpty()) {
            problem.accept(spot.on("list"), Flaw.of("no-caller-list", id));
        }
        rule.numbers().stream()
                .filter(number ->
                        outside.numbers().stream().noneMatch(own -> own.e164().equals(number)))
                .forEach(number ->
                        problem.accept(spot.on("numbers"), Flaw.of("not-our-number", number)));
        leads.accept(spot.on("to"), rule.destination());
    }
}
