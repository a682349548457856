package org.sonnerie.pbx.plan;

/** Whether opening hours say open, at some moment. */
public sealed interface Opening {
    /** Open. */
    record Open() implements Opening {}

    /** Closed, on a day that is no holiday. */
    record Closed() implements Opening {}

    /**
     * Closed: a holiday.
     *
     * @param name which
     */
    record OnHoliday(String name) implements Opening {}
}
