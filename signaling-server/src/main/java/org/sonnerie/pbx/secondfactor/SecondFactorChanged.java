package org.sonnerie.pbx.secondfactor;

import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;

/**
 * Something becomes of somebody's second factor; told within the transaction.
 *
 * @param company whose
 * @param person who
 * @param what becomes of it
 */
public record SecondFactorChanged(CompanyId company, PersonId person, What what) {
    /** What can become of one. */
    public enum What {
        /** From now on a code is asked for. */
        ON,
        /** None is any more. */
        OFF,
        /** There are other recovery codes. */
        CODES_MADE
    }
}
