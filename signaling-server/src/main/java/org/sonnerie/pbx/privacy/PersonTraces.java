package org.sonnerie.pbx.privacy;

import org.sonnerie.pbx.plan.CompanyId;

/** What one feature keeps of people by their names. */
public interface PersonTraces {
    /**
     * Looks what is to be changed for a pseudonym to stand in the place of somebody's names, for
     * good; changes nothing yet.
     *
     * @param company whose
     * @param leaver who has left
     * @param pseudonym how he is called from now on
     * @return changes it, within the transaction of all such changes
     */
    Runnable renaming(CompanyId company, Leaver leaver, String pseudonym);
}
