package org.sonnerie.pbx.spending;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A call to outside that is not over. Pure.
 *
 * @param meter what it costs
 * @param answered since when; empty: it rings
 */
record Running(Meter meter, Optional<Instant> answered) {
    /** What it has cost of a day. */
    Amount cost(LocalDate day, Instant now) {
        return answered.map(since -> meter.cost(since, now, day)).orElse(Amount.ZERO);
    }

    /**
     * What has to be reckoned with: a minute, whatever becomes of it, so that many that are placed
     * at once cannot all slip through; then what it costs.
     */
    Amount reckoned(LocalDate day, Instant now) {
        Amount cost = cost(day, now);
        return cost.compareTo(meter.perMinute()) > 0 ? cost : meter.perMinute();
    }

    /** The days in which it cost something. */
    Stream<LocalDate> days(Instant until) {
        return answered.stream()
                .flatMap(since -> meter.day(since).datesUntil(meter.day(until).plusDays(1)));
    }
}
