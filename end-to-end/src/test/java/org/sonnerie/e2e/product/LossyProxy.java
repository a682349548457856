package org.sonnerie.e2e.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A bad network in user space: stands before a UDP port, loses and delays, by a seed. */
public final class LossyProxy implements AutoCloseable {
    private final DatagramChannel front;
    private final SocketAddress target;
    private final Map<SocketAddress, DatagramChannel> backs = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Random random;
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger passed = new AtomicInteger();
    private volatile double loss;
    private volatile int jitterMillis;

    private LossyProxy(DatagramChannel front, SocketAddress target, long seed) {
        this.front = front;
        this.target = target;
        random = new Random(seed);
    }

    /**
     * Stands before a port; passes everything on until told to be bad.
     *
     * @param targetPort on 127.0.0.1
     * @param seed of what is lost
     * @return to be closed
     */
    public static LossyProxy before(int targetPort, long seed) {
        try {
            InetAddress here = InetAddress.getLoopbackAddress();
            DatagramChannel front = DatagramChannel.open().bind(new InetSocketAddress(here, 0));
            LossyProxy proxy = new LossyProxy(front, new InetSocketAddress(here, targetPort), seed);
            Thread.ofVirtual().name("proxy-front").start(proxy::fromFront);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Becomes bad, both ways.
     *
     * @param share of all packets that are lost, 0 to 1
     * @param millis each packet is delayed by anything up to that
     */
    public void become(double share, int millis) {
        loss = share;
        jitterMillis = millis;
    }

    /**
     * Where it listens.
     *
     * @return a port of 127.0.0.1
     */
    public int port() {
        return front.socket().getLocalPort();
    }

    /**
     * Packets lost so far.
     *
     * @return a count
     */
    public int lost() {
        return lost.get();
    }

    /**
     * Packets passed on so far.
     *
     * @return a count
     */
    public int passed() {
        return passed.get();
    }

    private void fromFront() {
        pump(
                front,
                (packet, from) -> {
                    DatagramChannel back = backs.computeIfAbsent(from, this::openBack);
                    later(packet, back, target);
                });
    }

    private DatagramChannel openBack(SocketAddress client) {
        try {
            InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            DatagramChannel back = DatagramChannel.open().bind(any);
            Thread.ofVirtual()
                    .name("proxy-back")
                    .start(() -> pump(back, (packet, _) -> later(packet, front, client)));
            return back;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Packets {
        void take(ByteBuffer packet, SocketAddress from);
    }

    private static void pump(DatagramChannel channel, Packets packets) {
        try {
            while (channel.isOpen()) {
                ByteBuffer packet = ByteBuffer.allocate(2048);
                SocketAddress from = channel.receive(packet);
                packets.take(packet.flip(), from);
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void later(ByteBuffer packet, DatagramChannel out, SocketAddress to) {
        long delayMillis;
        synchronized (random) {
            if (random.nextDouble() < loss) {
                lost.incrementAndGet();
                return;
            }
            delayMillis = jitterMillis == 0 ? 0 : random.nextInt(jitterMillis + 1);
        }
        passed.incrementAndGet();
        if (!clock.isShutdown()) {
            var _ = clock.schedule(() -> send(packet, out, to), delayMillis, TimeUnit.MILLISECONDS);
        }
    }

    private static void send(ByteBuffer packet, DatagramChannel out, SocketAddress to) {
        try {
            out.send(packet, to);
        } catch (IOException e) {
            // One more that is lost.
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            front.close();
            for (DatagramChannel back : backs.values()) {
                back.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
