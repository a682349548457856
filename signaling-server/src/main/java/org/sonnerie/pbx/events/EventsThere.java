package org.sonnerie.pbx.events;

import org.sonnerie.pbx.plan.CompanyId;

/**
 * A company has new events, which everybody can read.
 *
 * @param company whose
 */
public record EventsThere(CompanyId company) {}
