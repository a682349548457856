package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PlanProblem;
import org.sonnerie.pbx.publish.Draft;
import org.sonnerie.pbx.publish.PlanChange;
import org.sonnerie.pbx.publish.PlanChanges;

/**
 * A draft as the REST interface shows it.
 *
 * @param revision also the entity tag
 * @param basedOn the published version it goes out from
 * @param changedAt when it was put
 * @param changedBy id of the person who put it
 * @param changes what is different from the published plan
 * @param problems what must be mended before it can be published
 * @param plan the document
 */
record DraftAnswer(
        String revision,
        long basedOn,
        Instant changedAt,
        String changedBy,
        List<PlanChange> changes,
        List<PlanProblem> problems,
        @JsonRawValue String plan) {
    static DraftAnswer of(Draft draft, CompanyPlan published, List<PlanProblem> problems) {
        return new DraftAnswer(
                draft.revision(),
                draft.basedOn(),
                draft.changedAt(),
                draft.changedBy().text(),
                PlanChanges.between(published, draft.plan()),
                problems,
                draft.document());
    }
}
