package org.sonnerie.pbx.history;

import org.sonnerie.pbx.plan.CompanyId;

/** Counts calls that are over; implemented by the feature of reports. */
public interface CallCounting {
    /**
     * Counts a call. Asked once for each, in the transaction that keeps its record: both are there
     * or neither.
     *
     * @param call which
     */
    void count(KeptCall call);

    /**
     * Counts what is known only some time after a call. Asked after each call's record is kept.
     *
     * @param company whose
     */
    void settle(CompanyId company);
}
