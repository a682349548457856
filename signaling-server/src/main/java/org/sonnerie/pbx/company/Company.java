package org.sonnerie.pbx.company;

import org.sonnerie.pbx.plan.CompanyId;

/**
 * A company.
 *
 * @param id names it
 * @param name as its people know it
 */
public record Company(CompanyId id, String name) {}
