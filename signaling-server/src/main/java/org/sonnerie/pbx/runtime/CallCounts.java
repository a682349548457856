package org.sonnerie.pbx.runtime;

import org.sonnerie.pbx.plan.CompanyId;

/** How many calls live now. Thread safe. */
public interface CallCounts {
    /**
     * Of one company.
     *
     * @param company whose
     * @return those that were placed or arrived and are not over
     */
    int liveNow(CompanyId company);
}
