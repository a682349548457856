package org.sonnerie.pbx.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Period period(String first, String last) {
        return new Period(day(first), day(last));
    }

    private static List<String> stretches(String first, String last) {
        return period(first, last).stretches().stream()
                .map(one -> one.grain() + " " + one.first() + " " + one.last())
                .toList();
    }

    @Test
    void wholeMonthsAreReadAsMonthsAndTheRestAsWeeksAndDays() {
        assertThat(stretches("2025-11-01", "2025-11-30"))
                .containsExactly("MONTH 2025-11-01 2025-11-30");
        assertThat(stretches("2025-10-30", "2026-01-02"))
                .containsExactly(
                        "DAY 2025-10-30 2025-10-31",
                        "MONTH 2025-11-01 2025-12-31",
                        "DAY 2026-01-01 2026-01-02");
        assertThat(stretches("2025-11-02", "2025-11-30"))
                .containsExactly("DAY 2025-11-02 2025-11-02", "WEEK 2025-11-03 2025-11-30");
        assertThat(stretches("2025-10-20", "2025-11-19"))
                .containsExactly("WEEK 2025-10-20 2025-11-16", "DAY 2025-11-17 2025-11-19");
        assertThat(stretches("2024-02-29", "2024-03-31"))
                .containsExactly("DAY 2024-02-29 2024-02-29", "MONTH 2024-03-01 2024-03-31");
        assertThat(stretches("2025-11-25", "2025-11-30"))
                .containsExactly("DAY 2025-11-25 2025-11-30");
    }

    @Test
    void aYearIsReadAsQuartersWithWhatIsLeftBesideThem() {
        assertThat(stretches("2024-11-20", "2025-11-19"))
                .containsExactly(
                        "DAY 2024-11-20 2024-11-30",
                        "MONTH 2024-12-01 2024-12-31",
                        "QUARTER 2025-01-01 2025-09-30",
                        "MONTH 2025-10-01 2025-10-31",
                        "DAY 2025-11-01 2025-11-02",
                        "WEEK 2025-11-03 2025-11-16",
                        "DAY 2025-11-17 2025-11-19");
    }

    @Test
    void aStretchBeginsAndEndsWithItsGrain() {
        LocalDate last = day("2025-12-31");
        for (LocalDate first = day("2025-01-01"); first.isBefore(last); first = first.plusDays(1)) {
            assertThat(new Period(first, last).stretches())
                    .allSatisfy(one -> {
                        assertThat(one.grain().under(one.first())).isEqualTo(one.first());
                        LocalDate after = one.last().plusDays(1);
                        assertThat(one.grain().under(after)).isEqualTo(after);
                    });
        }
    }

    /** Every period of up to 70 days from each day of a year with a 29 February. */
    @Test
    void stretchesHoldEachDayOnceInOrder() {
        for (LocalDate first = day("2024-01-01");
                first.getYear() == 2024;
                first = first.plusDays(1)) {
            for (int days = 1; days <= 70; days++) {
                Period period = new Period(first, first.plusDays(days - 1));
                List<LocalDate> held =
                        period.stretches().stream()
                                .flatMap(one -> one.first().datesUntil(one.last().plusDays(1)))
                                .toList();
                LocalDate begin = first;
                assertThat(held)
                        .isEqualTo(LongStream.range(0, days).mapToObj(begin::plusDays).toList());
            }
        }
    }

    @Test
    void aWeekBeginsOnMondayAndAMonthIsComparedWithTheMonthBefore() {
        assertThat(Period.weekOf(day("2025-11-30"))).isEqualTo(period("2025-11-24", "2025-11-30"));
        assertThat(Period.weekOf(day("2025-11-24"))).isEqualTo(period("2025-11-24", "2025-11-30"));
        assertThat(Period.of(YearMonth.of(2025, 3)).before())
                .isEqualTo(period("2025-02-01", "2025-02-28"));
        assertThat(period("2025-03-02", "2025-03-04").before())
                .isEqualTo(period("2025-02-27", "2025-03-01"));
    }

    @Test
    void aPeriodIsOneDayToAYear() {
        assertThat(period("2024-01-01", "2024-12-31").days()).isEqualTo(366);
        assertThatThrownBy(() -> period("2024-01-01", "2025-01-01"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> period("2024-01-02", "2024-01-01"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
