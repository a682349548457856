package org.sonnerie.pbx.privacy;

import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;

/**
 * People who have left become pseudonyms after another time.
 *
 * @param company which
 * @param before days; empty: never
 * @param now days; empty: never
 */
public record LeaverDaysChanged(
        CompanyId company, Optional<Integer> before, Optional<Integer> now) {}
