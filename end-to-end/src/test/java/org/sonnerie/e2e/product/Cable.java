package org.sonnerie.e2e.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way of a browser's connections to the product's web server. When it is cut, what was open
 * stays open and nothing comes through any more, as when a computer leaves a network; what is
 * opened after it was mended takes another way.
 */
public final class Cable implements AutoCloseable {
    private final ServerSocketChannel front;
    private final int targetPort;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private volatile Strand strand = new Strand();

    /** The connections that share one fate. */
    private static final class Strand {
        private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();
        private volatile boolean cut;
    }

    private Cable(ServerSocketChannel front, int targetPort) {
        this.front = front;
        this.targetPort = targetPort;
    }

    /**
     * Stands before a port and passes everything on.
     *
     * @param targetPort on 127.0.0.1
     * @return to be closed
     */
    public static Cable before(int targetPort) {
        try {
            ServerSocketChannel front = ServerSocketChannel.open();
            front.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Cable cable = new Cable(front, targetPort);
            Thread.ofVirtual().name("cable").start(cable::take);
            return cable;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The product's address by this way.
     *
     * @return without a path
     */
    public String address() {
        return "http://localhost:" + front.socket().getLocalPort();
    }

    /** Nothing comes through any more, and nobody is told. */
    public void cut() {
        strand.cut = true;
    }

    /**
     * The computer has another network: what is opened from now on comes through, and its browser
     * gives up what it had. The product is told nothing of that.
     */
    public void mend() {
        Strand former = strand;
        strand = new Strand();
        former.clients.forEach(this::hangUp);
    }

    private void take() {
        try {
            while (front.isOpen()) {
                join(front.accept());
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void join(SocketChannel client) throws IOException {
        Strand its = strand;
        SocketChannel server =
                SocketChannel.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort));
        its.clients.add(client);
        for (SocketChannel end : new SocketChannel[] {client, server}) {
            end.setOption(StandardSocketOptions.TCP_NODELAY, true);
            open.add(end);
        }
        Thread.ofVirtual().name("cable-there").start(() -> pump(client, server, its));
        Thread.ofVirtual().name("cable-back").start(() -> pump(server, client, its));
    }

    private void pump(SocketChannel from, SocketChannel to, Strand its) {
        ByteBuffer part = ByteBuffer.allocate(16 * 1024);
        try {
            while (from.read(part) >= 0) {
                part.flip();
                while (!its.cut && part.hasRemaining()) {
                    to.write(part);
                }
                part.clear();
            }
        } catch (IOException e) {
            // One end has gone.
        }
        // Whoever is left behind a cut does not hear that the other end has gone.
        if (!its.cut) {
            hangUp(from);
            hangUp(to);
        }
    }

    private void hangUp(SocketChannel end) {
        open.remove(end);
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            front.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(this::hangUp);
    }
}
