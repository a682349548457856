package org.sonnerie.pbx.reports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Some days of a company's calendar.
 *
 * @param first the first
 * @param last the last
 */
public record Period(LocalDate first, LocalDate last) {
    /** As many days are shown at most. */
    public static final int LONGEST_DAYS = 366;

    /**
     * Checks its length.
     *
     * @throws IllegalArgumentException if it ends before it begins, or is too long
     */
    public Period {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > LONGEST_DAYS) {
            throw new IllegalArgumentException("a period is 1 to " + LONGEST_DAYS + " days");
        }
    }

    /** Days of which each row of a roll-up is added up alike. */
    record Stretch(Grain grain, LocalDate first, LocalDate last) {}

    /**
     * One day.
     *
     * @param day which
     * @return it alone
     */
    public static Period of(LocalDate day) {
        return new Period(day, day);
    }

    /**
     * A week.
     *
     * @param day one of its days
     * @return from Monday to Sunday
     */
    public static Period weekOf(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Period(monday, monday.plusDays(6));
    }

    /**
     * A month.
     *
     * @param month which
     * @return all its days
     */
    public static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /**
     * How long it is.
     *
     * @return in days, at least 1
     */
    public int days() {
        return (int) ChronoUnit.DAYS.between(first, last) + 1;
    }

    /**
     * What it is compared with.
     *
     * @return the month before a whole month, otherwise as many days as it has, right before it
     */
    public Period before() {
        YearMonth month = YearMonth.from(first);
        return equals(of(month))
                ? of(month.minusMonths(1))
                : new Period(first.minusDays(days()), first.minusDays(1));
    }

    /**
     * The same days in their order: as whole quarters and months, and what is left on either side
     * of them as whole weeks and days.
     */
    List<Stretch> stretches() {
        LocalDate after = last.plusDays(1);
        LocalDate firstMonth = Grain.MONTH.from(first);
        LocalDate afterMonths = Grain.MONTH.under(after);
        List<Stretch> stretches = new ArrayList<>();
        if (firstMonth.isBefore(afterMonths)) {
            add(stretches, Grain.DAY, Grain.WEEK, first, firstMonth);
            add(stretches, Grain.MONTH, Grain.QUARTER, firstMonth, afterMonths);
            add(stretches, Grain.DAY, Grain.WEEK, afterMonths, after);
        } else {
            add(stretches, Grain.DAY, Grain.WEEK, first, after);
        }
        return stretches;
    }

    /** From one day to before another, as many of the long ones as there are. */
    private static void add(
            List<Stretch> stretches, Grain few, Grain many, LocalDate from, LocalDate before) {
        LocalDate begin = many.from(from);
        LocalDate end = many.under(before);
        if (begin.isBefore(end)) {
            add(stretches, few, from, begin);
            add(stretches, many, begin, end);
            add(stretches, few, end, before);
        } else {
            add(stretches, few, from, before);
        }
    }

    private static void add(
            List<Stretch> stretches, Grain grain, LocalDate from, LocalDate before) {
        if (from.isBefore(before)) {
            stretches.add(new Stretch(grain, from, before.minusDays(1)));
        }
    }
}
