package org.sonnerie.pbx.publish;

import org.sonnerie.pbx.plan.CompanyPlan;

/**
 * A draft is being forgotten; told within the transaction.
 *
 * @param draft what it said
 * @param inForce what is published
 */
public record DraftDiscarded(Draft draft, CompanyPlan inForce) {}
