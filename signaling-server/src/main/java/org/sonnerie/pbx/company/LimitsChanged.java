package org.sonnerie.pbx.company;

import org.sonnerie.pbx.plan.CompanyId;

/**
 * A company is given other limits; told within the transaction.
 *
 * @param company which
 * @param before as they were
 * @param after as they are
 */
public record LimitsChanged(CompanyId company, CompanyLimits before, CompanyLimits after) {}
