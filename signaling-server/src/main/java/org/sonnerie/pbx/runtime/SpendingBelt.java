package org.sonnerie.pbx.runtime;

import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.CompanyPlan;

/**
 * What a company's calls to outside cost it, and whether one more may begin. Calls for help are not
 * asked about. Thread safe, never blocks: the calls' own threads ask.
 */
public interface SpendingBelt {
    /** Where nothing costs anything. */
    SpendingBelt FREE =
            new SpendingBelt() {
                @Override
                public boolean begin(LegId leg, CompanyPlan plan, String number) {
                    return true;
                }

                @Override
                public void answered(LegId leg) {}

                @Override
                public void ended(LegId leg) {}
            };

    /**
     * A leg is to go out over a trunk. From here on it counts, until it has {@link #ended}.
     *
     * @param leg which
     * @param plan whose
     * @param number to be called: E.164 with "+", or a short one
     * @return false: the company has spent what it may spend in a day, and the leg does not begin
     */
    boolean begin(LegId leg, CompanyPlan plan, String number);

    /**
     * Somebody answered, and the carrier counts the time.
     *
     * @param leg which; one that did not begin counts for nothing
     */
    void answered(LegId leg);

    /**
     * A leg is over.
     *
     * @param leg which; one that did not begin counts for nothing
     */
    void ended(LegId leg);
}
