package org.sonnerie.pbx.plan;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.sonnerie.pbx.plan.Destination.Refusal;

/** Looks for forwards that lead nowhere, to the same person, or where the company does not call. */
final class ReachCheck {
    private final CompanyPlan plan;
    private final BiConsumer<String, String> problem;
    private final BiConsumer<String, Destination> leads;

    /**
     * A check.
     *
     * @param plan to be checked
     * @param problem takes a place and what is wrong there
     * @param leads takes a place and a destination that must exist
     */
    ReachCheck(
            CompanyPlan plan,
            BiConsumer<String, String> problem,
            BiConsumer<String, Destination> leads) {
        this.plan = plan;
        this.problem = problem;
        this.leads = leads;
    }

    void person(Person person) {
        String place = "person \"" + person.name() + "\", reach, ";
        for (Reach.When when : Reach.When.values()) {
            person.reach()
                    .forward(when)
                    .ifPresent(to -> forward(person, place + nameOf(when), when, to));
        }
        List<ReachRule> rules = person.reach().rules();
        for (int i = 0; i < rules.size(); i++) {
            rule(person, place + "rules[" + i + "]", rules.get(i));
        }
        person.reach().followMe().ifPresent(other -> followMe(person, place + "followMe", other));
    }

    private void rule(Person person, String place, ReachRule rule) {
        if (rule.name().isBlank()) {
            problem.accept(place, "it has no name");
        }
        if (rule.callers() instanceof ReachRule.Callers.Numbers(var numbers)) {
            if (numbers.isEmpty()) {
                problem.accept(place, "it has no numbers");
            }
            CallerList.problems(numbers).forEach(flaw -> problem.accept(place, flaw));
        }
        rule.to().ifPresent(to -> forward(person, place, Reach.When.BUSY, to));
    }

    private void followMe(Person person, String place, FollowMe other) {
        if (!other.canBeCalled(plan)) {
            problem.accept(place, other.number() + " is no number outside that may be called");
        }
        if (!other.ringsInTime(person)) {
            problem.accept(
                    place,
                    "it rings after %d s, not 0 to %d"
                            .formatted(other.afterSeconds(), person.ringSeconds() - 1));
        }
    }

    private void forward(Person person, String place, Reach.When when, Destination to) {
        leads.accept(place, to);
        // Whoever is always forwarded to himself is told of the circle.
        if (when != Reach.When.ALWAYS && to.equals(new Destination.ToPerson(person.id()))) {
            problem.accept(place, "it leads to the same person");
        }
        if (to instanceof Destination.ToOutside(String number, boolean _)
                && Dialling.read(plan, number) instanceof Destination.ToNowhere(var why)
                && why == Refusal.NOT_OPEN) {
            problem.accept(place, "calls to " + number + " are not open");
        }
    }

    private static String nameOf(Reach.When when) {
        return when == Reach.When.NO_ANSWER ? "noAnswer" : when.name().toLowerCase(Locale.ROOT);
    }
}
