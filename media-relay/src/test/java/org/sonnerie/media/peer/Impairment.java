package org.sonnerie.media.peer;

import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A bad network in one direction: loses and delays, the same way for the same seed. */
final class Impairment {
    private final Random random;
    private final int lossPercent;
    private final int jitterMillis;
    private final PriorityQueue<Held> held = new PriorityQueue<>();

    @SuppressWarnings("ArrayRecordComponent") // compared by time alone
    private record Held(long dueNanos, byte[] datagram) implements Comparable<Held> {
        @Override
        public int compareTo(Held other) {
            return Long.compare(dueNanos, other.dueNanos);
        }
    }

    Impairment(long seed, int lossPercent, int jitterMillis) {
        this.random = new Random(seed);
        this.lossPercent = lossPercent;
        this.jitterMillis = jitterMillis;
    }

    static Impairment none() {
        return new Impairment(0, 0, 0);
    }

    /** Whether datagrams pass as they come. */
    boolean isNone() {
        return lossPercent == 0 && jitterMillis == 0;
    }

    void accept(byte[] datagram, long nowNanos) {
        if (random.nextInt(100) < lossPercent) {
            return;
        }
        long delay = jitterMillis == 0 ? 0 : random.nextInt(jitterMillis + 1);
        held.add(new Held(nowNanos + TimeUnit.MILLISECONDS.toNanos(delay), datagram));
    }

    void release(long nowNanos, Consumer<byte[]> to) {
        while (!held.isEmpty() && held.element().dueNanos() - nowNanos <= 0) {
            to.accept(held.remove().datagram());
        }
    }
}
