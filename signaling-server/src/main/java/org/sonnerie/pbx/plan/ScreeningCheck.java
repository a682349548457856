package org.sonnerie.pbx.plan;

import java.util.function.BiConsumer;
import org.sonnerie.pbx.plan.ScreeningRule.Callers;

/** Looks for lists of callers that hold no numbers, and for rules about nothing. */
final class ScreeningCheck {
    private final Outside outside;
    private final BiConsumer<String, String> problem;
    private final BiConsumer<String, Destination> leads;

    /**
     * A check.
     *
     * @param outside to be checked
     * @param problem takes a place and what is wrong there
     * @param leads takes a place and a destination that must exist
     */
    ScreeningCheck(
            Outside outside,
            BiConsumer<String, String> problem,
            BiConsumer<String, Destination> leads) {
        this.outside = outside;
        this.problem = problem;
        this.leads = leads;
    }

    void run() {
        Screening screening = outside.screening();
        screening.lists().forEach(this::list);
        for (int i = 0; i < screening.rules().size(); i++) {
            rule("screening rule " + (i + 1), screening.rules().get(i));
        }
    }

    private void list(CallerList list) {
        String place = "caller list \"" + list.name() + "\"";
        if (list.name().isBlank()) {
            problem.accept(place, "it has no name");
        }
        CallerList.problems(list.numbers()).forEach(flaw -> problem.accept(place, flaw));
    }

    private void rule(String place, ScreeningRule rule) {
        if (rule.callers() instanceof Callers.Listed(CallerListId id)
                && outside.screening().list(id).isEmpty()) {
            problem.accept(place, "there is no caller list " + id);
        }
        rule.numbers().stream()
                .filter(number ->
                        outside.numbers().stream().noneMatch(own -> own.e164().equals(number)))
                .forEach(number -> problem.accept(place, number + " is no number of the company"));
        leads.accept(place, rule.destination());
    }
}
