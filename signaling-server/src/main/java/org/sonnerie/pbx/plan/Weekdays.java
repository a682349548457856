package org.sonnerie.pbx.plan;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;

/** The days of the week as a plan document writes them: {@code mon} to {@code sun}. */
public final class Weekdays {
    private static final int LETTERS = 3;

    private Weekdays() {}

    /**
     * Writes.
     *
     * @param day which
     * @return such as {@code mon}
     */
    public static String write(DayOfWeek day) {
        return day.name().substring(0, LETTERS).toLowerCase(Locale.ROOT);
    }

    /**
     * Reads.
     *
     * @param text such as {@code mon}
     * @return the day
     * @throws FlawedTextException if it is none
     */
    public static DayOfWeek read(String text) {
        return EnumSet.allOf(DayOfWeek.class).stream()
                .filter(day -> write(day).equals(text))
                .findFirst()
                .orElseThrow(() -> new FlawedTextException(Flaw.of("not-a-day")));
    }
}
