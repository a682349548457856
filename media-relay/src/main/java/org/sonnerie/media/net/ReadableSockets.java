package org.sonnerie.media.net;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/**
 * Knows which of many sockets have something to read, at the price of one system call for all of
 * them. Never waits. Owned by one thread.
 */
public final class ReadableSockets implements AutoCloseable {
    private final Selector selector;

    private ReadableSockets(Selector selector) {
        this.selector = selector;
    }

    /**
     * Watches none yet.
     *
     * @return to be closed by its owner
     * @throws NetException if the system has no room for it
     */
    public static ReadableSockets open() {
        try {
            return new ReadableSockets(Selector.open());
        } catch (IOException refused) {
            throw new NetException(
                    NetException.Reason.SOCKET_FAILED, "no selector to be had", refused);
        }
    }

    /**
     * Watches a socket until it is closed.
     *
     * @param socket which
     * @param drain what to do when it has something to read; leaves nothing behind, or is called
     *     again at the next poll
     */
    public void watch(UdpSocket socket, Runnable drain) {
        socket.watchedBy(selector, drain);
    }

    /**
     * Watches a listener until it is closed.
     *
     * @param listener which
     * @param accept what to do when connections wait; may leave some for the next poll
     */
    public void watch(TcpListener listener, Runnable accept) {
        listener.watchedBy(selector, accept);
    }

    /**
     * Watches a connection until it is closed; may be called by what is done in a poll.
     *
     * @param connection which
     * @param drain what to do when it has something to read, or is over
     */
    public void watch(TcpConnection connection, Runnable drain) {
        connection.watchedBy(selector, drain);
    }

    /**
     * Watches a socket no more; it may be watched by others, and later again by this one.
     *
     * @param socket which
     */
    public void forget(UdpSocket socket) {
        socket.unwatchedBy(selector);
    }

    /**
     * Calls the drains of the sockets that have something to read.
     *
     * @throws NetException if polling no longer works
     */
    public void poll() {
        try {
            selector.selectNow(ReadableSockets::drain);
        } catch (IOException broken) {
            throw new NetException(NetException.Reason.SOCKET_FAILED, "selector", broken);
        }
    }

    private static void drain(SelectionKey key) {
        if (key.attachment() instanceof Runnable drain) {
            drain.run();
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException ignored) {
            // It is of no use any more either way.
        }
    }
}
