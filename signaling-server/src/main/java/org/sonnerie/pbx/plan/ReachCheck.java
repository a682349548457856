package org.sonnerie.pbx.plan;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Looks for forwards that lead nowhere, to the same person, or where the company does not call. */
final class ReachCheck {
    private final CompanyPlan plan;
    private final BiConsumer<Spot, Flaw> problem;
    private final BiConsumer<Spot, Destination> leads;

    /**
     * A check.
     *
     * @param plan to be checked
     * @param problem takes a spot and what is wrong there
     * @param leads takes a spot and a destination that must exist
     */
    ReachCheck(
            CompanyPlan plan, BiConsumer<Spot, Flaw> problem, BiConsumer<Spot, Destination> leads) {
        this.plan = plan;
        this.problem = problem;
        this.leads = leads;
    }

    void person(Person person) {
        Spot reach = Spot.of(person).at("reach");
        for (Reach.When when : Reach.When.values()) {
            person.reach()
                    .forward(when)
                    .ifPresent(to -> forward(person, reach.at(nameOf(when)), when, to));
        }
        List<ReachRule> rules = person.reach().rules();
        for (int i = 0; i < rules.size(); i++) {
            rule(person, reach.at("rules." + i, "rules[" + i + "]"), rules.get(i));
        }
        person.reach().followMe().ifPresent(other -> followMe(person, reach.at("followMe"), other));
    }

    private void rule(Person person, Spot spot, ReachRule rule) {
        if (rule.name().isBlank()) {
            problem.accept(spot.on("name"), Flaw.of(PlanCheck.NAMELESS));
        }
        if (rule.callers() instanceof ReachRule.Callers.Numbers(var numbers)) {
            if (numbers.isEmpty()) {
                problem.accept(spot.on("numbers"), Flaw.of("no-numbers"));
            }
            CallerList.problems(numbers).forEach(flaw -> problem.accept(spot.on("numbers"), flaw));
        }
        rule.to().ifPresent(to -> forward(person, spot.on("to"), Reach.When.BUSY, to));
    }

    private void followMe(Person person, Spot spot, FollowMe other) {
        if (!other.canBeCalled(plan)) {
            problem.accept(spot.on("number"), Flaw.of("not-callable", other.number()));
        }
        if (!other.ringsInTime(person)) {
            problem.accept(
                    spot.on("afterSeconds"),
                    Flaw.of("rings-too-late", other.afterSeconds(), person.ringSeconds() - 1));
        }
    }

    private void forward(Person person, Spot spot, Reach.When when, Destination to) {
        leads.accept(spot, to);
        // Whoever is always forwarded to himself is told of the circle.
        if (when != Reach.When.ALWAYS && to.equals(new Destination.ToPerson(person.id()))) {
            problem.accept(spot, Flaw.of("leads-to-the-same"));
        }
    }

    private static String nameOf(Reach.When when) {
        return when == Reach.When.NO_ANSWER ? "noAnswer" : when.name().toLowerCase(Locale.ROOT);
    }
}
