package org.sonnerie.pbx.company;

import org.sonnerie.pbx.plan.CompanyId;

/**
 * A company is suspended, or goes on; told within the transaction.
 *
 * @param company which
 * @param suspended false: it goes on
 */
public record CompanySuspended(CompanyId company, boolean suspended) {}
