package org.sonnerie.pbx.recording;

import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;

/**
 * Somebody may hear other recordings than before; told within the transaction.
 *
 * @param company whose
 * @param who his name
 * @param before what he might hear; empty: none of others
 * @param now what he may hear; empty: none of others
 */
public record GrantChanged(
        CompanyId company, String who, Optional<Grant> before, Optional<Grant> now) {}
