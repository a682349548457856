package org.sonnerie.pbx.reports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.history.CallRecord.Direction;
import org.sonnerie.pbx.plan.Keyword;

/**
 * Which report somebody wants, each as it was typed; null or empty: as usual.
 *
 * @param period keyword; usual is this week
 * @param from the first day, where the period is {@code dates}
 * @param to the last day, likewise
 * @param direction keyword of the calls in the plots; usual is from outside
 * @param within answered in time is: within so many seconds; usual is 20
 */
public record ReportWish(
        @Nullable String period,
        @Nullable String from,
        @Nullable String to,
        @Nullable String direction,
        @Nullable String within) {
    /** Keywords of periods. */
    public static final List<String> PERIODS =
            List.of("today", "week", "month", "last-month", "dates");

    /** Keywords of directions. */
    public static final List<String> DIRECTIONS = List.of("in", "out", "internal", "all");

    private static final String ALL = "all";
    private static final int USUAL_SECONDS = 20;
    private static final int MOST_SECONDS = 600;

    /** When nothing is typed, or it cannot be understood. */
    public static final ReportWish USUAL = new ReportWish(null, null, null, null, null);

    private static Optional<String> typed(@Nullable String field) {
        return Optional.ofNullable(field).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * The period.
     *
     * @return its keyword
     */
    public String periodWord() {
        return typed(period).orElse("week");
    }

    /**
     * The direction.
     *
     * @return its keyword
     */
    public String directionWord() {
        return typed(direction).orElse("in");
    }

    /**
     * The days.
     *
     * @param today what day it is
     * @return from the first to the last
     * @throws IllegalArgumentException if they cannot be understood
     */
    public Period days(LocalDate today) {
        return switch (periodWord()) {
            case "today" -> Period.of(today);
            case "week" -> Period.weekOf(today);
            case "month" -> Period.of(YearMonth.from(today));
            case "last-month" -> Period.of(YearMonth.from(today).minusMonths(1));
            case "dates" -> new Period(day(from), day(to));
            default -> throw new IllegalArgumentException("there is no period " + period);
        };
    }

    private static LocalDate day(@Nullable String field) {
        try {
            LocalDate day = LocalDate.parse(typed(field).orElse(""));
            if (day.getYear() < 1 || day.getYear() > 9998) {
                throw new IllegalArgumentException("no calendar has this day");
            }
            return day;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a day is such as 2026-11-23", e);
        }
    }

    /**
     * The calls in the plots.
     *
     * @return of these directions
     * @throws IllegalArgumentException if they cannot be understood
     */
    public List<Direction> directions() {
        return directionWord().equals(ALL)
                ? List.of(Direction.values())
                : List.of(
                        Keyword.read(Direction.class, directionWord())
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "there is no such direction")));
    }

    /**
     * Answered in time is: within so many seconds.
     *
     * @return how many
     * @throws IllegalArgumentException if it is no number from 1 to 600
     */
    public int seconds() {
        return typed(within).map(text -> number(text, MOST_SECONDS)).orElse(USUAL_SECONDS);
    }

    private static int number(String text, int most) {
        int number = Integer.parseInt(text);
        if (number < 1 || number > most) {
            throw new IllegalArgumentException("a number from 1 to " + most);
        }
        return number;
    }
}
