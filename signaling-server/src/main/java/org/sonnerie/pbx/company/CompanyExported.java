package org.sonnerie.pbx.company;

import org.sonnerie.pbx.plan.CompanyId;

/**
 * The provider takes an archive of what a company has.
 *
 * @param company which
 */
public record CompanyExported(CompanyId company) {}
