package org.sonnerie.pbx.plan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a company, or a part of it, is open: spans of each day of the week, and holidays. What began
 * before midnight goes on after it, into a holiday too; on a holiday nothing begins.
 *
 * @param id names them
 * @param name such as "Shop"
 * @param timeZone whose clock counts; empty: the company's
 * @param week the spans of each day; a day that is absent is closed
 * @param holidays in any order
 */
public record Hours(
        HoursId id,
        String name,
        Optional<ZoneId> timeZone,
        Map<DayOfWeek, List<Span>> week,
        List<Holiday> holidays) {
    /** Copies, the days in their order; days without a span are left out. */
    public Hours {
        Map<DayOfWeek, List<Span>> sorted = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, spans) -> {
            if (!spans.isEmpty()) {
                sorted.put(day, List.copyOf(spans));
            }
        });
        week = Collections.unmodifiableMap(sorted);
        holidays = List.copyOf(holidays);
    }

    /**
     * Whether it is open.
     *
     * @param moment when
     * @param companyZone the company's time zone
     * @return open, closed or which holiday it is, by the clock on the wall there
     */
    public Opening at(Instant moment, ZoneId companyZone) {
        LocalDateTime there = LocalDateTime.ofInstant(moment, timeZone.orElse(companyZone));
        LocalDate today = there.toLocalDate();
        LocalDate yesterday = today.minusDays(1);
        int minute = there.getHour() * 60 + there.getMinute();
        if (holiday(yesterday).isEmpty()
                && spans(yesterday).stream().anyMatch(span -> span.containsOnNextDay(minute))) {
            return new Opening.Open();
        }
        Optional<Holiday> holiday = holiday(today);
        if (holiday.isPresent()) {
            return new Opening.OnHoliday(holiday.get().name());
        }
        return spans(today).stream().anyMatch(span -> span.containsOnItsDay(minute))
                ? new Opening.Open()
                : new Opening.Closed();
    }

    /**
     * The same with other holidays.
     *
     * @param others instead of its own
     * @return the same week
     */
    public Hours with(List<Holiday> others) {
        return new Hours(id, name, timeZone, week, others);
    }

    private List<Span> spans(LocalDate day) {
        return week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    private Optional<Holiday> holiday(LocalDate day) {
        return holidays.stream().filter(holiday -> holiday.contains(day)).findFirst();
    }
}
