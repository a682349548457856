package org.sonnerie.media.fake;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what must come, and says what did not. */
public final class Await {
    private static final long LIMIT_NANOS = 15_000_000_000L;
    private static final long STEP_NANOS = 10_000_000L;

    private Await() {}

    public static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("in vain: " + what);
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}
