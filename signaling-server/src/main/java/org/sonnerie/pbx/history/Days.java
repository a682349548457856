package org.sonnerie.pbx.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Reads moments as people and scripts give them: an instant, or a day of the company's. */
public final class Days {
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    private Days() {}

    /**
     * The beginning of a span.
     *
     * @param text such as 2026-11-23 or 2026-11-23T10:00:00Z
     * @param zone where the company's day begins
     * @return that moment, or the day's first
     * @throws IllegalArgumentException if it is neither
     */
    public static Instant from(String text, ZoneId zone) {
        return read(text, zone, 0);
    }

    /**
     * The end of a span.
     *
     * @param text such as 2026-11-23 or 2026-11-23T10:00:00Z
     * @param zone where the company's day begins
     * @return that moment, or the first of the day after
     * @throws IllegalArgumentException if it is neither
     */
    public static Instant to(String text, ZoneId zone) {
        return read(text, zone, 1);
    }

    private static Instant read(String text, ZoneId zone, int days) {
        try {
            return text.matches(DAY)
                    ? LocalDate.parse(text).plusDays(days).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "a moment is a day (2026-11-23) or an instant (2026-11-23T10:00:00Z)", e);
        }
    }
}
