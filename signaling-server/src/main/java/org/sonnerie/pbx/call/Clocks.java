package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a queue's caller waits for.
 *
 * @param until when he waits no longer
 * @param ringUntil until when agents are rung for him; empty: none is
 * @param sayAt when he is told again how it stands
 * @param asked it has been asked how it stands
 * @param round how often he has been told
 */
record Clocks(Instant until, Optional<Instant> ringUntil, Instant sayAt, boolean asked, int round) {
    Instant due() {
        return Stream.concat(ringUntil.stream(), Stream.of(until, sayAt))
                .min(Instant::compareTo)
                .orElse(until);
    }

    Clocks ringing(Optional<Instant> end) {
        return new Clocks(until, end, sayAt, asked, round);
    }

    Clocks asking(Instant next) {
        return new Clocks(until, ringUntil, next, true, round);
    }

    Clocks told(Instant next) {
        return new Clocks(until, ringUntil, next, false, round + 1);
    }
}
