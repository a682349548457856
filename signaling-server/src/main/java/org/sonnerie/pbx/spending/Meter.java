package org.sonnerie.pbx.spending;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a call to outside costs. Pure.
 *
 * @param perMinute the price
 * @param zone whose days count
 */
record Meter(Amount perMinute, ZoneId zone) {
    private static final long SECOND = 1_000_000_000;
    private static final int MINUTE = 60;

    LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /**
     * What a day's part of a call costs, each second that has begun.
     *
     * @param answered since when it costs
     * @param until when it ended, or now
     * @param day which, from its first moment to the next one's, of as many hours as it has
     */
    Amount cost(Instant answered, Instant until, LocalDate day) {
        Instant begins = day.atStartOfDay(zone).toInstant();
        Instant ends = day.plusDays(1).atStartOfDay(zone).toInstant();
        Duration part =
                Duration.between(
                        answered.isAfter(begins) ? answered : begins,
                        until.isBefore(ends) ? until : ends);
        return part.isPositive() ? cost(part) : Amount.ZERO;
    }

    private Amount cost(Duration part) {
        long seconds = Math.ceilDiv(part.toNanos(), SECOND);
        long micros = Math.multiplyExact(perMinute.micros(), seconds);
        return new Amount(Math.ceilDiv(micros, MINUTE));
    }
}
