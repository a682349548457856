package org.sonnerie.media.engine;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.endpoint.Counter;
import org.sonnerie.media.endpoint.Counters;

/**
 * The rings from each media thread to each other one, made when they are first needed. With one
 * thread there is none. Thread safe: each thread gives and takes under its own number.
 */
final class Rings {
    /** What 500 talkers send in 40 ms. */
    private static final int SIZE = 1_024;

    private final int threads;
    private final Counters counters;
    private final AtomicReferenceArray<@Nullable Ring<HandedOver>> rings;

    Rings(int threads, Counters counters) {
        this.threads = threads;
        this.counters = counters;
        this.rings = new AtomicReferenceArray<>(threads * threads);
    }

    int threads() {
        return threads;
    }

    /** On the thread that gives. */
    void give(int from, int to, HandedOver datagram) {
        int at = from * threads + to;
        Ring<HandedOver> ring = rings.get(at);
        if (ring == null) {
            ring = new Ring<>(SIZE);
            rings.set(at, ring);
        }
        counters.count(Counter.DATAGRAMS_HANDED_OVER);
        if (!ring.offer(datagram)) {
            counters.count(Counter.DROP_HAND_OVER);
        }
    }

    /** On the thread that takes; null: nothing more from there. */
    @Nullable HandedOver take(int from, int to) {
        Ring<HandedOver> ring = rings.get(from * threads + to);
        return ring == null ? null : ring.poll();
    }
}
