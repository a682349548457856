package org.sonnerie.pbx.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sonnerie.pbx.company.CompanyLimits;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Flaw;
import org.sonnerie.pbx.plan.PlanProblem;
import org.sonnerie.pbx.plan.Spot;

/** What a plan has more of than the provider lets its company have. Pure. */
final class PlanLimits {
    private PlanLimits() {}

    /**
     * Compares a plan with limits. What is in force already stays: more than that is refused.
     *
     * @param wanted what would be in force
     * @param now what is; empty: nothing yet
     * @param limits the company's
     * @return what is too much; empty: nothing
     */
    static List<PlanProblem> problems(
            CompanyPlan wanted, Optional<CompanyPlan> now, CompanyLimits limits) {
        List<PlanProblem> problems = new ArrayList<>();
        compare(
                problems,
                "too-many-people",
                wanted.people().size(),
                now.map(plan -> plan.people().size()).orElse(0),
                limits.people());
        compare(
                problems,
                "too-many-numbers",
                wanted.outside().numbers().size(),
                now.map(plan -> plan.outside().numbers().size()).orElse(0),
                limits.numbers());
        return problems;
    }

    private static void compare(
            List<PlanProblem> problems, String flaw, int wanted, int now, OptionalInt most) {
        if (most.isPresent() && wanted > most.getAsInt() && wanted > now) {
            problems.add(new PlanProblem(Spot.WHOLE, Flaw.of(flaw, wanted, most.getAsInt())));
        }
    }
}
