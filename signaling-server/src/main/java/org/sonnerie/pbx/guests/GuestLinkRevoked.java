package org.sonnerie.pbx.guests;

import org.sonnerie.pbx.plan.CompanyId;

/**
 * A link is being revoked; told within the transaction.
 *
 * @param company whose
 * @param id which
 */
public record GuestLinkRevoked(CompanyId company, String id) {}
