package org.sonnerie.pbx.config;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one who waits for work; rings that nobody hears are not lost. Thread safe. */
public final class Bell {
    private final Semaphore rings = new Semaphore(0);

    /** There is something to do. */
    public void ring() {
        rings.release();
    }

    /**
     * Returns when it has rung since the last time, or the patience is over.
     *
     * @param patience for how long it waits
     * @return false: it has not rung
     * @throws InterruptedException if whoever waits is taken down
     */
    public boolean await(Duration patience) throws InterruptedException {
        boolean rung = rings.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (rung) {
            rings.drainPermits();
        }
        return rung;
    }
}
