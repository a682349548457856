package org.sonnerie.pbx.call;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.stream.IntStream;

/** The last day of an absence, typed as day and month. */
final class LastDay {
    /** Two digits each. */
    static final int DIGITS = 4;

    private static final int HUNDRED = 100;

    private LastDay() {}

    /**
     * The next such day, today included.
     *
     * @param typed such as {@code 0312} for the third of December
     * @param today in the company's time zone
     * @return empty: there is no such day this year or next
     */
    static Optional<LocalDate> read(String typed, LocalDate today) {
        return monthDay(typed)
                .flatMap(day ->
                        IntStream.rangeClosed(today.getYear(), today.getYear() + 1)
                                .filter(day::isValidYear)
                                .mapToObj(day::atYear)
                                .filter(date -> !date.isBefore(today))
                                .findFirst());
    }

    private static Optional<MonthDay> monthDay(String typed) {
        if (typed.length() != DIGITS) {
            return Optional.empty();
        }
        int both = Integer.parseInt(typed);
        try {
            return Optional.of(MonthDay.of(both % HUNDRED, both / HUNDRED));
        } catch (DateTimeException no) {
            return Optional.empty();
        }
    }
}
