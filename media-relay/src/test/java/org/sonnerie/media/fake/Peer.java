package org.sonnerie.media.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.audio.Frames;

/** A peer with a socket on loopback and a thread that sends every 20 ms and listens in between. */
abstract class Peer implements AutoCloseable {
    private final DatagramSocket socket;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean paused;

    Peer(int port) {
        try {
            socket = new DatagramSocket(port, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(2);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        thread = Thread.ofPlatform().daemon().name("peer").unstarted(this::run);
    }

    final void begin() {
        thread.start();
    }

    public final int port() {
        return socket.getLocalPort();
    }

    /** Sends and hears nothing for a while, as a frozen page. */
    public final void pause(boolean frozen) {
        paused = frozen;
    }

    final void send(byte[] buffer, int offset, int length, InetSocketAddress to) {
        try {
            socket.send(new DatagramPacket(buffer, offset, length, to));
        } catch (IOException gone) {
            if (!closed) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    private void run() {
        long next = System.nanoTime();
        byte[] buffer = new byte[2_048];
        try {
            while (!closed) {
                if (System.nanoTime() - next >= 0) {
                    next += Frames.NANOS;
                    if (!paused) {
                        tick();
                    }
                }
                listen(buffer);
            }
        } catch (RuntimeException broken) {
            failure.set(broken);
        }
    }

    private void listen(byte[] buffer) {
        DatagramPacket datagram = new DatagramPacket(buffer, buffer.length);
        try {
            socket.receive(datagram);
            if (!paused) {
                received(
                        buffer,
                        datagram.getLength(),
                        (InetSocketAddress) datagram.getSocketAddress());
            }
        } catch (SocketTimeoutException nothing) {
            // Time for the next tick, perhaps.
        } catch (IOException gone) {
            if (!closed) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    abstract void tick();

    abstract void received(byte[] buffer, int length, InetSocketAddress from);

    public final @Nullable RuntimeException failure() {
        return failure.get();
    }

    @Override
    public void close() {
        closed = true;
        socket.close();
    }
}
