package org.sonnerie.pbx.privacy;

import java.util.Map;
import org.sonnerie.pbx.plan.CompanyId;

/**
 * What was kept of a number is erased. The number itself is not told: it would be kept again.
 *
 * @param company whose
 * @param ending its last two digits
 * @param erased how many of each kind there were
 */
public record NumberErased(CompanyId company, String ending, Map<TraceKind, Integer> erased) {
    /** Copies the counts. */
    public NumberErased {
        erased = Map.copyOf(erased);
    }
}
