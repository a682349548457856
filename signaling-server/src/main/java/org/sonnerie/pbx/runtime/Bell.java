package org.sonnerie.pbx.runtime;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one who waits for work; rings that nobody hears are not lost. Thread safe. */
final class Bell {
    private final Semaphore rings = new Semaphore(0);

    void ring() {
        rings.release();
    }

    /** Returns when it has rung since the last time, or the patience is over. */
    void await(Duration patience) throws InterruptedException {
        if (rings.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            rings.drainPermits();
        }
    }
}
