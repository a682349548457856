package org.sonnerie.pbx.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The system's clock, which a test can stop or put forward. */
public final class StoppableClock implements InstantSource {
    private final InstantSource system = InstantSource.system();
    private volatile Optional<Instant> stopped = Optional.empty();
    private volatile Duration ahead = Duration.ZERO;

    /** No time passes until it goes on. */
    public void stop() {
        stopped = Optional.of(system.instant());
    }

    public void goOn() {
        stopped = Optional.empty();
    }

    /** From now on it is so much later. */
    public void ahead(Duration time) {
        ahead = time;
    }

    @Override
    public Instant instant() {
        return stopped.orElseGet(system::instant).plus(ahead);
    }
}
