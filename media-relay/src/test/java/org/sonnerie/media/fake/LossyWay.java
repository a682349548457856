package org.sonnerie.media.fake;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/** A way that loses, delays and so reorders packets; without setting a good one. */
final class LossyWay {
    private final Peer peer;
    private final Random random = new Random(4711);
    private final PriorityQueue<Flight> flights =
            new PriorityQueue<>(Comparator.comparingLong(Flight::dueNanos));
    private volatile double loss;
    private volatile int jitterMillis;

    private record Flight(long dueNanos, ByteBuffer bytes, InetSocketAddress to) {}

    LossyWay(Peer peer) {
        this.peer = peer;
    }

    void lose(double share, int millis) {
        loss = share;
        jitterMillis = millis;
    }

    void send(byte[] buffer, int length, InetSocketAddress to) {
        if (jitterMillis == 0) {
            peer.send(buffer, 0, length, to);
        } else if (random.nextDouble() >= loss) {
            long delay = random.nextLong(jitterMillis * 1_000_000L);
            ByteBuffer copy = ByteBuffer.wrap(Arrays.copyOf(buffer, length));
            flights.add(new Flight(System.nanoTime() + delay, copy, to));
        }
    }

    void deliver() {
        Flight first = flights.peek();
        while (first != null && System.nanoTime() - first.dueNanos() >= 0) {
            flights.poll();
            peer.send(first.bytes().array(), 0, first.bytes().capacity(), first.to());
            first = flights.peek();
        }
    }
}
