package org.sonnerie.pbx.privacy;

import org.sonnerie.pbx.plan.CompanyId;

/** What one feature keeps of numbers outside the company. */
public interface NumberTraces {
    /**
     * What it keeps.
     *
     * @return of which kind
     */
    TraceKind kind();

    /**
     * How much of it there is.
     *
     * @param company whose
     * @param number "+" and 7 to 15 digits
     * @return how many of its kind have to do with the number
     */
    int count(CompanyId company, String number);

    /**
     * Erases it, so that nobody sees it any more and it cannot be taken back; within the hour it is
     * off the disk too.
     *
     * @param company whose
     * @param number "+" and 7 to 15 digits
     * @return how many of its kind there were
     */
    int erase(CompanyId company, String number);
}
