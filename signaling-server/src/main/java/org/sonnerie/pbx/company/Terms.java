package org.sonnerie.pbx.company;

import java.time.Instant;
import java.util.Optional;

/**
 * What the provider lets a company do.
 *
 * @param limits what it may have at most
 * @param suspendedAt since when it can do nothing; empty: it is not suspended
 */
public record Terms(CompanyLimits limits, Optional<Instant> suspendedAt) {
    /** No limits, not suspended. */
    static final Terms NONE = new Terms(CompanyLimits.NONE, Optional.empty());

    /**
     * Whether the company can do nothing.
     *
     * @return true: the provider suspended it
     */
    public boolean suspended() {
        return suspendedAt.isPresent();
    }
}
