package org.sonnerie.pbx.reports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** Over how long a row of a roll-up is added up. */
enum Grain {
    /** One day. */
    DAY("D"),
    /** From Monday to Sunday. */
    WEEK("W"),
    /** One month. */
    MONTH("M"),
    /** Three months, the first of which is January, April, July or October. */
    QUARTER("Q");

    private final String text;

    Grain(String text) {
        this.text = text;
    }

    /** As it stands in the tables. */
    String text() {
        return text;
    }

    /** The day under which another is added up: the first of those that are. */
    LocalDate under(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
        };
    }

    /** The first day from a given one on that begins one. */
    LocalDate from(LocalDate day) {
        LocalDate begun = under(day);
        return begun.equals(day)
                ? day
                : switch (this) {
                    case DAY -> day;
                    case WEEK -> begun.plusWeeks(1);
                    case MONTH -> begun.plusMonths(1);
                    case QUARTER -> begun.plusMonths(3);
                };
    }
}
