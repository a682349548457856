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

    /** The same days as whole months and what is left on either side of them. */
    List<Stretch> stretches() {
        LocalDate firstMonth = first.plusMonths(1).minusDays(1).withDayOfMonth(1);
        LocalDate afterMonths = last.plusDays(1).withDayOfMonth(1);
        if (!firstMonth.isBefore(afterMonths)) {
            return List.of(new Stretch(Grain.DAY, first, last));
        }
        List<Stretch> stretches = new ArrayList<>();
        if (first.isBefore(firstMonth)) {
            stretches.add(new Stretch(Grain.DAY, first, firstMonth.minusDays(1)));
        }
        stretches.add(new Stretch(Grain.MONTH, firstMonth, afterMonths.minusDays(1)));
        if (!afterMonths.isAfter(last)) {
            stretches.add(new Stretch(Grain.DAY, afterMonths, last));
        }
        return stretches;
    }
}
