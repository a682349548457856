package org.sonnerie.pbx.reports;

import java.util.List;

/**
 * How many calls, and when.
 *
 * @param days one for each day of the period
 * @param hours 24, each of an hour of the day; of a day with 25 hours, two are added up
 * @param before all of the period before
 */
public record Traffic(List<Counts> days, List<Counts> hours, Counts before) {
    /** Copies the lists. */
    public Traffic {
        days = List.copyOf(days);
        hours = List.copyOf(hours);
    }

    /**
     * All together.
     *
     * @return the sum of the days
     */
    public Counts all() {
        return Counts.sum(days);
    }
}
