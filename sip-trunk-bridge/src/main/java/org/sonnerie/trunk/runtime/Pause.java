package org.sonnerie.trunk.runtime;

import java.util.concurrent.locks.LockSupport;

/** Keeps a loop from spinning when the network fails again and again. */
final class Pause {
    private static final long NANOS = 10_000_000L;

    private Pause() {}

    static void briefly() {
        LockSupport.parkNanos(NANOS);
    }
}
