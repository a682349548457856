package org.sonnerie.trunk.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.sonnerie.trunk.api.TrunkAccount.Transport;
import org.sonnerie.trunk.sip.Hop;

/**
 * One TCP connection. One thread runs {@link #readAll}, one {@link #writeAll}; any thread may queue
 * and close.
 */
public final class TcpConnection implements AutoCloseable {
    private static final int QUEUE = 1_000;
    private static final int IDLE_MILLIS = 600_000;
    private static final byte[] PONG = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private final long id;
    private final Socket socket;
    private final BlockingQueue<byte[]> outgoing = new ArrayBlockingQueue<>(QUEUE);
    private volatile boolean open = true;

    /**
     * A connection that may still have to be made.
     *
     * @param id never used before
     * @param socket connected, or to be connected with {@link #connect}
     */
    public TcpConnection(long id, Socket socket) {
        this.id = id;
        this.socket = socket;
    }

    /**
     * Chooses our end's address, so that the other end knows us by it.
     *
     * @param address of this machine; any one where it is the wildcard
     * @throws IOException if it is not of this machine
     */
    public void bind(InetAddress address) throws IOException {
        socket.bind(new InetSocketAddress(address, 0));
    }

    /**
     * Makes the connection.
     *
     * @param target where to
     * @param timeoutMillis how long to try
     * @throws IOException if nobody listens there
     */
    public void connect(InetSocketAddress target, int timeoutMillis) throws IOException {
        socket.connect(target, timeoutMillis);
    }

    /**
     * Its number.
     *
     * @return as in {@link Hop#connection}
     */
    public long id() {
        return id;
    }

    /**
     * Tells whether it may be used.
     *
     * @return false after {@link #close}
     */
    public boolean isOpen() {
        return open;
    }

    /**
     * Queues a message. Where the other end does not read, the connection is given up.
     *
     * @param octets kept
     * @return false if the connection is no more
     */
    public boolean queue(byte[] octets) {
        boolean queued = open && outgoing.offer(octets);
        if (!queued) {
            close();
        }
        return queued;
    }

    /**
     * Reads until the end.
     *
     * @param messages told each whole message's octets
     * @throws IOException if the connection breaks
     */
    public void readAll(Consumer<byte[]> messages) throws IOException {
        socket.setSoTimeout(IDLE_MILLIS);
        StreamFramer framer = new StreamFramer();
        byte[] buffer = new byte[8_192];
        InputStream in = socket.getInputStream();
        int length = in.read(buffer);
        while (length >= 0) {
            StreamFramer.Cut cut = framer.push(buffer, length);
            List<byte[]> whole = cut.messages();
            whole.forEach(messages);
            if (cut.pings() > 0) {
                queue(PONG);
            }
            if (cut.broken()) {
                throw new IOException("not SIP");
            }
            length = in.read(buffer);
        }
    }

    /**
     * Writes what is queued until the end.
     *
     * @throws IOException if the connection breaks
     * @throws InterruptedException if the thread is to stop
     */
    public void writeAll() throws IOException, InterruptedException {
        while (open) {
            byte[] octets = outgoing.take();
            if (!open) {
                return;
            }
            socket.getOutputStream().write(octets);
        }
    }

    /**
     * Where its messages come from.
     *
     * @return with this connection's number
     */
    public Hop source() {
        String host = socket.getInetAddress().getHostAddress();
        return new Hop(Transport.TCP, host, Math.max(1, socket.getPort()), id);
    }

    @Override
    public void close() {
        open = false;
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is lost: the other end sees the same.
            open = false;
        }
        // Wakes the writer, who then sees that it is over.
        outgoing.offer(PONG);
    }
}
