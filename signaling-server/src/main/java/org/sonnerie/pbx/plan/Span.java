package org.sonnerie.pbx.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of the day during which a company is open, such as 09:00-12:00. One that ends at or before
 * its beginning ends on the next day: 22:00-06:00.
 *
 * @param from minutes since midnight, 0 to 1439
 * @param to minutes since midnight, 1 to 1440; not itself part of the span
 */
public record Span(int from, int to) {
    static final int DAY = 1_440;

    private static final int HOUR = 60;
    private static final Pattern TEXT =
            Pattern.compile("([01][0-9]|2[0-4]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])");

    /** Refuses what is no time of a day. */
    public Span {
        if (from < 0 || from >= DAY || to < 1 || to > DAY) {
            throw new FlawedTextException(Flaw.of("not-a-span"));
        }
    }

    /**
     * Reads one.
     *
     * @param text such as {@code 09:00-12:00}; 24:00 is the end of the day
     * @return the span
     * @throws FlawedTextException if it is none
     */
    public static Span read(String text) {
        Matcher found = TEXT.matcher(text);
        if (!found.matches()) {
            throw new FlawedTextException(Flaw.of("not-a-span"));
        }
        return new Span(
                minutes(found.group(1), found.group(2)), minutes(found.group(3), found.group(4)));
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * HOUR + Integer.parseInt(minutes);
    }

    /** Whether a minute of the day it begins on is in it. */
    boolean containsOnItsDay(int minute) {
        return minute >= from && (endsNextDay() || minute < to);
    }

    /** Whether a minute of the next day is in it. */
    boolean containsOnNextDay(int minute) {
        return endsNextDay() && minute < to;
    }

    boolean endsNextDay() {
        return to <= from;
    }

    /** The minute it ends at, counted from the midnight before it began. */
    int end() {
        return endsNextDay() ? to + DAY : to;
    }

    @Override
    public String toString() {
        return "%02d:%02d-%02d:%02d".formatted(from / HOUR, from % HOUR, to / HOUR, to % HOUR);
    }
}
