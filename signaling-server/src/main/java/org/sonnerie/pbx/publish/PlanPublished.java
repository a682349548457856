package org.sonnerie.pbx.publish;

import org.sonnerie.pbx.plan.CompanyPlan;

/**
 * A new version of a company's plan is the current one: calls that begin from now on follow it.
 *
 * @param plan the new version
 */
public record PlanPublished(CompanyPlan plan) {}
