package org.sonnerie.pbx.company;

import org.sonnerie.pbx.plan.CompanyId;

/**
 * A company and all that was kept of it are gone.
 *
 * @param company as it was
 * @param by the company of the provider who did it
 */
public record CompanyDeleted(Company company, CompanyId by) {}
