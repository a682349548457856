package org.sonnerie.pbx.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoursTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Opening OPEN = new Opening.Open();
    private static final Opening CLOSED = new Opening.Closed();

    private static Hours hours(Map<DayOfWeek, List<Span>> week, Holiday... holidays) {
        return new Hours(new HoursId("shop"), "Shop", Optional.empty(), week, List.of(holidays));
    }

    private static Opening at(Hours hours, String local) {
        return hours.at(LocalDateTime.parse(local).atZone(PARIS).toInstant(), PARIS);
    }

    private static List<Span> spans(String... texts) {
        return List.of(texts).stream().map(Span::read).toList();
    }

    @Test
    void aSpanHasItsFirstMinuteAndNotItsLast() {
        Hours shop = hours(Map.of(DayOfWeek.MONDAY, spans("09:00-12:00", "14:00-18:30")));

        assertThat(at(shop, "2026-11-23T08:59:59")).isEqualTo(CLOSED);
        assertThat(at(shop, "2026-11-23T09:00")).isEqualTo(OPEN);
        assertThat(at(shop, "2026-11-23T11:59:59")).isEqualTo(OPEN);
        assertThat(at(shop, "2026-11-23T12:00")).isEqualTo(CLOSED);
        assertThat(at(shop, "2026-11-23T18:29")).isEqualTo(OPEN);
        assertThat(at(shop, "2026-11-24T10:00")).isEqualTo(CLOSED);
    }

    @Test
    void aNightBelongsToTheDayItBeganOn() {
        Hours bar = hours(Map.of(DayOfWeek.SATURDAY, spans("22:00-04:00")));

        assertThat(at(bar, "2026-11-28T21:59")).isEqualTo(CLOSED);
        assertThat(at(bar, "2026-11-28T22:00")).isEqualTo(OPEN);
        assertThat(at(bar, "2026-11-29T03:59")).isEqualTo(OPEN);
        assertThat(at(bar, "2026-11-29T04:00")).isEqualTo(CLOSED);
        assertThat(at(bar, "2026-11-28T03:00")).isEqualTo(CLOSED);
    }

    @Test
    void aDayCanBeOpenThroughout() {
        Hours always = hours(Map.of(DayOfWeek.MONDAY, spans("00:00-24:00")));

        assertThat(at(always, "2026-11-23T00:00")).isEqualTo(OPEN);
        assertThat(at(always, "2026-11-23T23:59:59")).isEqualTo(OPEN);
        assertThat(at(always, "2026-11-24T00:00")).isEqualTo(CLOSED);
    }

    @Test
    void onAHolidayNothingBeginsAndTheNightBeforeGoesOn() {
        Holiday christmas =
                new Holiday(
                        LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-26"), "Christmas");
        Hours bar =
                hours(
                        Map.of(
                                DayOfWeek.THURSDAY, spans("20:00-02:00"),
                                DayOfWeek.FRIDAY, spans("20:00-02:00"),
                                DayOfWeek.SUNDAY, spans("10:00-12:00")),
                        christmas);
        Opening holiday = new Opening.OnHoliday("Christmas");

        assertThat(at(bar, "2026-12-25T01:00")).isEqualTo(OPEN);
        assertThat(at(bar, "2026-12-25T02:00")).isEqualTo(holiday);
        assertThat(at(bar, "2026-12-25T21:00")).isEqualTo(holiday);
        assertThat(at(bar, "2026-12-26T01:00")).isEqualTo(holiday);
        assertThat(at(bar, "2026-12-27T11:00")).isEqualTo(OPEN);
    }

    @Test
    void theClockOnTheWallCountsAlsoWhenItIsChanged() {
        // In Paris 2027-03-28 has no 02:30, and 2026-10-25 has it twice.
        Hours night = hours(Map.of(DayOfWeek.SUNDAY, spans("02:00-03:00")));

        assertThat(night.at(Instant.parse("2026-10-25T00:30:00Z"), PARIS)).isEqualTo(OPEN);
        assertThat(night.at(Instant.parse("2026-10-25T01:30:00Z"), PARIS)).isEqualTo(OPEN);
        assertThat(night.at(Instant.parse("2026-10-25T02:30:00Z"), PARIS)).isEqualTo(CLOSED);
        assertThat(night.at(Instant.parse("2027-03-28T00:59:00Z"), PARIS)).isEqualTo(CLOSED);
        assertThat(night.at(Instant.parse("2027-03-28T01:00:00Z"), PARIS)).isEqualTo(CLOSED);
    }

    @Test
    void aBranchMayHaveItsOwnTimeZone() {
        Hours tokyo =
                new Hours(
                        new HoursId("tokyo"),
                        "Tokyo",
                        Optional.of(ZoneId.of("Asia/Tokyo")),
                        Map.of(DayOfWeek.MONDAY, spans("09:00-18:00")),
                        List.of());

        assertThat(at(tokyo, "2026-11-23T01:00")).isEqualTo(OPEN);
        assertThat(at(tokyo, "2026-11-23T10:00")).isEqualTo(CLOSED);
    }

    @Test
    void whatIsNoSpanIsRefused() {
        for (String wrong : List.of("9:00-12:00", "09:00", "24:00-25:00", "24:30-12:00", "")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Span.read(wrong));
        }
        assertThat(Span.read("22:00-06:00")).hasToString("22:00-06:00");
        assertThat(Span.read("00:00-24:00")).hasToString("00:00-24:00");
    }
}
