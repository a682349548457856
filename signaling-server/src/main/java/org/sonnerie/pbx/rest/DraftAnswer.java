package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.sonnerie.pbx.publish.PlanChange;

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
        List<PlanChange.Said> changes,
        List<PlanProblemAnswer> problems,
        @JsonRawValue String plan) {}
