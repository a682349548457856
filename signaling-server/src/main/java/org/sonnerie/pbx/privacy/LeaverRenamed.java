package org.sonnerie.pbx.privacy;

import org.sonnerie.pbx.plan.CompanyId;

/**
 * Somebody who has left is a pseudonym from now on. His name is not told: it would be kept again.
 *
 * @param company whose
 * @param pseudonym how he is called
 */
public record LeaverRenamed(CompanyId company, String pseudonym) {}
