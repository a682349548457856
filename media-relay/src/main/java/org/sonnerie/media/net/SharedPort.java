package org.sonnerie.media.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * One thread's share of a port that all threads listen on, for datagrams and for connections.
 *
 * @param sockets one per address, in the order given
 * @param listeners likewise, on the same port number
 */
public record SharedPort(List<UdpSocket> sockets, List<TcpListener> listeners)
        implements AutoCloseable {
    private static final int ATTEMPTS = 20;

    /** Copies the lists. */
    public SharedPort {
        sockets = List.copyOf(sockets);
        listeners = List.copyOf(listeners);
    }

    /**
     * Opens a port on all addresses, by UDP and by TCP.
     *
     * @param addresses where to listen, at least one
     * @param port 0 = any that is free for both on all of them
     * @param threads how many share it, at least 1
     * @return a share for each thread
     * @throws NetException if no common port can be bound
     */
    public static List<SharedPort> open(List<InetAddress> addresses, int port, int threads) {
        NetException last = null;
        for (int attempt = 0; attempt < (port == 0 ? ATTEMPTS : 1); attempt++) {
            Opening opening = new Opening(threads > 1, port);
            try {
                return opening.shares(addresses, threads);
            } catch (NetException taken) {
                opening.giveUp();
                last = taken;
            }
        }
        throw last == null ? new IllegalStateException("unreachable") : last;
    }

    /**
     * The common port.
     *
     * @return 1 to 65535
     */
    public int port() {
        return sockets.getFirst().port();
    }

    @Override
    public void close() {
        sockets.forEach(UdpSocket::close);
        listeners.forEach(TcpListener::close);
    }

    /** One attempt; the first socket decides on the port. */
    private static final class Opening {
        private final boolean shared;
        private final List<UdpSocket> sockets = new ArrayList<>();
        private final List<TcpListener> listeners = new ArrayList<>();
        private int common;

        private Opening(boolean shared, int port) {
            this.shared = shared;
            this.common = port;
        }

        private List<SharedPort> shares(List<InetAddress> addresses, int threads) {
            List<SharedPort> shares = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int before = sockets.size();
                addresses.forEach(this::bind);
                int now = sockets.size();
                shares.add(
                        new SharedPort(
                                sockets.subList(before, now), listeners.subList(before, now)));
            }
            return List.copyOf(shares);
        }

        private void bind(InetAddress address) {
            UdpSocket socket = UdpSocket.open(new InetSocketAddress(address, common), shared);
            sockets.add(socket);
            common = socket.port();
            listeners.add(TcpListener.open(new InetSocketAddress(address, common), shared));
        }

        private void giveUp() {
            sockets.forEach(UdpSocket::close);
            listeners.forEach(TcpListener::close);
        }
    }
}
