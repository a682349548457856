package org.sonnerie.trunk.sip;

import java.time.Duration;
import java.time.Instant;

/** Timer values (RFC 3261 section 17 and table 4). */
public final class Timing {
    /** An estimate of the round trip. */
    public static final Duration T1 = Duration.ofMillis(500);

    /** Longest pause between repetitions. */
    public static final Duration T2 = Duration.ofSeconds(4);

    /** How long a message stays in the network. */
    public static final Duration T4 = Duration.ofSeconds(5);

    /** Timers B, D, F, H, J, L and M: 64 T1. */
    public static final Duration GIVE_UP = T1.multipliedBy(64);

    /** A time that never comes. */
    public static final Instant NEVER = Instant.MAX;

    private Timing() {}

    /**
     * The next pause between repetitions.
     *
     * @param pause the last one
     * @return twice as long, at most T2
     */
    public static Duration slower(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(T2) > 0 ? T2 : twice;
    }

    /**
     * The earlier of two times.
     *
     * @param a a time
     * @param b a time
     * @return one of them
     */
    public static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    static Instant after(Instant now, Duration pause, boolean reliable) {
        return reliable ? NEVER : now.plus(pause);
    }
}
