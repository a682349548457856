package org.sonnerie.e2e.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/**
 * What this machine's kernel takes for a datagram of a voice packet's size, out and in again: the
 * reference that makes figures of two machines comparable. No product can be cheaper.
 */
final class LoopbackPrice {
    private static final int ROUNDS = 100_000;
    private static final int BYTES = 172;

    private LoopbackPrice() {}

    /** Processor time of this thread, user and kernel, the second of two runs. */
    static double microsPerDatagram() {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (DatagramChannel from = DatagramChannel.open().bind(any);
                DatagramChannel to = DatagramChannel.open().bind(any)) {
            run(from, to);
            return run(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double run(DatagramChannel from, DatagramChannel to) throws IOException {
        SocketAddress target = to.getLocalAddress();
        ByteBuffer datagram = ByteBuffer.allocateDirect(BYTES);
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < ROUNDS; i++) {
            datagram.clear();
            from.send(datagram, target);
            datagram.clear();
            to.receive(datagram);
        }
        return (threads.getCurrentThreadCpuTime() - began) / 1e3 / ROUNDS;
    }
}
