package org.sonnerie.media.jitter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A seeded network in memory: loses, delays, reorders and repeats. */
final class BadNetwork {
    /** Something on its way. */
    record Flight(int index, long arrivalNanos) {}

    private final Random random;
    private final double loss;
    private final long jitterNanos;
    private final double repeats;

    BadNetwork(long seed, double loss, long jitterMillis, double repeats) {
        this.random = new Random(seed);
        this.loss = loss;
        this.jitterNanos = jitterMillis * 1_000_000L;
        this.repeats = repeats;
    }

    /** What becomes of packets sent every {@code intervalNanos}, by order of arrival. */
    List<Flight> carry(int packets, long startNanos, long intervalNanos) {
        List<Flight> flights = new ArrayList<>();
        for (int i = 0; i < packets; i++) {
            long sent = startNanos + i * intervalNanos;
            if (random.nextDouble() >= loss) {
                flights.add(new Flight(i, sent + delay()));
            }
            if (random.nextDouble() < repeats) {
                flights.add(new Flight(i, sent + delay()));
            }
        }
        flights.sort(Comparator.comparingLong(Flight::arrivalNanos));
        return flights;
    }

    private long delay() {
        return jitterNanos == 0 ? 0 : random.nextLong(jitterNanos + 1);
    }
}
