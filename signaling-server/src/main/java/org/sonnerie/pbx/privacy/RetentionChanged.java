package org.sonnerie.pbx.privacy;

import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;

/**
 * A company keeps its calls for another time.
 *
 * @param company which
 * @param before days; empty: for ever
 * @param now days; empty: for ever
 */
public record RetentionChanged(
        CompanyId company, Optional<Integer> before, Optional<Integer> now) {}
