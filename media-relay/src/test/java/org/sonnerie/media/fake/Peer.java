package org.sonnerie.media.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.audio.Frames;

/** A peer with a socket and a thread that sends every 20 ms and listens in between. */
abstract class Peer implements AutoCloseable {
    private volatile DatagramSocket socket;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean paused;
    private volatile boolean deaf;
    private volatile boolean udpBlocked;
    private volatile @Nullable FramedConnection connection;

    Peer(InetAddress address) {
        socket = open(address);
        thread = Thread.ofPlatform().daemon().name("peer").unstarted(this::run);
    }

    private static DatagramSocket open(InetAddress address) {
        try {
            DatagramSocket opened = new DatagramSocket(0, address);
            opened.setSoTimeout(2);
            return opened;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    final void begin() {
        thread.start();
    }

    /** Where it sends from. */
    public final InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    public final int port() {
        return address().getPort();
    }

    /** Another socket, as after a change from Wi-Fi to mobile. */
    final void moveTo(InetAddress address) {
        DatagramSocket old = socket;
        socket = open(address);
        old.close();
    }

    /** Sends and hears nothing for a while, as a frozen page. */
    public final void pause(boolean frozen) {
        paused = frozen;
    }

    /** Reads nothing for a while, and sends as before. */
    public final void readNothing(boolean nothing) {
        deaf = nothing;
    }

    /** Its network lets no UDP through, or does again. */
    public final void blockUdp(boolean blocked) {
        udpBlocked = blocked;
    }

    final boolean isUdpBlocked() {
        return udpBlocked;
    }

    /** By this connection from now on, instead of by UDP; null: by UDP again. */
    final void use(@Nullable FramedConnection instead) {
        connection = instead;
    }

    final @Nullable FramedConnection connection() {
        return connection;
    }

    final void send(byte[] buffer, int offset, int length, InetSocketAddress to) {
        FramedConnection framed = connection;
        if (framed != null) {
            sendFramed(buffer, offset, length, framed);
        } else if (!udpBlocked) {
            sendDatagram(buffer, offset, length, to);
        }
    }

    private void sendFramed(byte[] buffer, int offset, int length, FramedConnection framed) {
        try {
            framed.send(buffer, offset, length);
        } catch (IOException gone) {
            ended(framed);
        }
    }

    /** As a page does, it goes on by UDP, if that is let through. */
    private void ended(FramedConnection framed) {
        if (framed.equals(connection)) {
            connection = null;
        }
        framed.close();
    }

    final void sendDatagram(byte[] buffer, int offset, int length, InetSocketAddress to) {
        DatagramSocket current = socket;
        try {
            current.send(new DatagramPacket(buffer, offset, length, to));
        } catch (IOException gone) {
            mustBeClosed(current, gone);
        }
    }

    private void mustBeClosed(DatagramSocket current, IOException failure) {
        if (!closed && current.equals(socket)) {
            throw new UncheckedIOException(failure);
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
                listenToConnection();
            }
        } catch (RuntimeException broken) {
            failure.set(broken);
        }
    }

    private void listen(byte[] buffer) {
        DatagramPacket datagram = new DatagramPacket(buffer, buffer.length);
        DatagramSocket current = socket;
        try {
            current.receive(datagram);
            if (!paused && !deaf) {
                received(
                        buffer,
                        datagram.getLength(),
                        (InetSocketAddress) datagram.getSocketAddress());
            }
        } catch (SocketTimeoutException nothing) {
            // Time for the next tick, perhaps.
        } catch (IOException gone) {
            mustBeClosed(current, gone);
        }
    }

    private void listenToConnection() {
        FramedConnection framed = connection;
        if (framed == null || deaf || paused) {
            return;
        }
        try {
            byte[] packet = framed.receive();
            while (packet != null) {
                received(Arrays.copyOf(packet, packet.length + 64), packet.length, address());
                packet = framed.receive();
            }
        } catch (IOException gone) {
            ended(framed);
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
        FramedConnection framed = connection;
        if (framed != null) {
            framed.close();
        }
    }
}
