package org.sonnerie.pbx.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When what could not be delivered is tried again. Pure. */
final class Backoff {
    /** After so long an event is given up. */
    static final Duration LONGEST = Duration.ofHours(24);

    /** A webhook to which nothing could be delivered for so long is disabled. */
    static final Duration PATIENCE = Duration.ofDays(3);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration MOST = Duration.ofHours(2);
    private static final int DOUBLINGS = 11;
    private static final double JITTER = 0.25;

    private Backoff() {}

    /**
     * When to try again: twice as long after each failure, from 5 s to 2 h, a quarter more or less.
     *
     * @param created when the event was written
     * @param failures how often it was tried, at least 1
     * @param now the time
     * @param dice 0 to 1
     * @return empty: it is given up
     */
    static Optional<Instant> next(Instant created, int failures, Instant now, double dice) {
        Duration whole = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        long millis = Math.min(whole.toMillis(), MOST.toMillis());
        double share = 1 - JITTER + 2 * JITTER * dice;
        Instant next = now.plusMillis((long) (millis * share));
        return Optional.of(next).filter(due -> due.isBefore(created.plus(LONGEST)));
    }
}
