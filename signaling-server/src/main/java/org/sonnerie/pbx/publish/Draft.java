package org.sonnerie.pbx.publish;

import java.time.Instant;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;

/**
 * A plan that is being worked on. No call follows it.
 *
 * @param revision changes with each change
 * @param basedOn the published version that was current when it was last put
 * @param changedAt when it was last put
 * @param changedBy who put it
 * @param plan what it says; it may have {@link Published#problems}
 */
public record Draft(
        String revision, long basedOn, Instant changedAt, PersonId changedBy, CompanyPlan plan) {
    /**
     * The plan as a document.
     *
     * @return JSON (docs/plan-document.md)
     */
    public String document() {
        return PlanWriter.write(plan);
    }
}
