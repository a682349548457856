package org.sonnerie.pbx.privacy;

import java.time.Instant;
import org.sonnerie.pbx.plan.CompanyId;

/** Calls that are over, as far as they can be forgotten. */
public interface OldCalls {
    /**
     * Forgets those that began before a moment: record, story, and what people reported of it. What
     * reports have counted stays.
     *
     * @param company whose
     * @param oldest what began then or later stays
     * @return how many were forgotten
     */
    int forgetBefore(CompanyId company, Instant oldest);
}
