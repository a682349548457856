package org.sonnerie.pbx.reports;

import java.time.LocalDate;

/** Over how long a row of a roll-up is added up. */
enum Grain {
    /** One day. */
    DAY("D"),
    /** One month. */
    MONTH("M");

    private final String text;

    Grain(String text) {
        this.text = text;
    }

    /** As it stands in the tables. */
    String text() {
        return text;
    }

    /** The day under which another is added up. */
    LocalDate under(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
        };
    }
}
