package org.sonnerie.media.engine;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.endpoint.BrowserEndpoint;
import org.sonnerie.media.endpoint.Counter;
import org.sonnerie.media.endpoint.Counters;
import org.sonnerie.media.endpoint.Datagram;
import org.sonnerie.media.ice.IceSession;
import org.sonnerie.media.net.PacketKind;
import org.sonnerie.media.net.ReadableSockets;
import org.sonnerie.media.net.SharedPort;
import org.sonnerie.media.net.TcpConnection;
import org.sonnerie.media.net.TcpListener;
import org.sonnerie.media.net.UdpSocket;

/**
 * The connections made to one thread's share of the media port (RFC 6544). Each belongs to the
 * endpoint that its first check names, and is a stranger's until an authentic one came by it:
 * strangers are few, get little time, and the longest waiting makes room for the next: who needs a
 * connection sends a check at once. Owned by one media thread.
 */
final class TcpDoor implements AutoCloseable {
    static final int STRANGERS = 256;
    static final int STRANGERS_OF_ONE_NETWORK = 64;

    /** As many as two for each of more calls than a thread carries. */
    private static final int CONNECTIONS = 4_096;

    private static final int ACCEPTED_AT_ONCE = 32;
    private static final int READ_AT_ONCE = 16 * 1024;
    private static final long SECOND_NANOS = 1_000_000_000L;

    /** A page sends its first check as soon as the connection is made. */
    private static final long STRANGER_NANOS = 5 * SECOND_NANOS;

    private final MediaPort port;
    private final SharedPort share;
    private final ReadableSockets readable;
    private final Counters counters;
    private final Failures failures;
    private final Datagram datagram = new Datagram();
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(READ_AT_ONCE);
    private final Set<Caller> callers = new LinkedHashSet<>();
    private final Set<Caller> strangers = new LinkedHashSet<>();
    private long nowNanos;
    private long tidiedNanos;

    TcpDoor(
            MediaPort port,
            SharedPort share,
            ReadableSockets readable,
            Counters counters,
            Failures failures) {
        this.port = port;
        this.share = share;
        this.readable = readable;
        this.counters = counters;
        this.failures = failures;
        for (TcpListener listener : share.listeners()) {
            readable.watch(listener, () -> failures.guard(() -> accept(listener), listener));
        }
    }

    /** Before the sockets are polled. */
    void round(long now) {
        nowNanos = now;
        if (!callers.isEmpty() && now - tidiedNanos >= SECOND_NANOS) {
            tidiedNanos = now;
            List.copyOf(callers).forEach(Caller::tidy);
        }
    }

    private void accept(TcpListener listener) {
        for (int taken = 0; taken < ACCEPTED_AT_ONCE; taken++) {
            TcpConnection connection = listener.accept();
            if (connection == null) {
                return;
            }
            counters.count(Counter.CONNECTIONS);
            if (port.isForeign(connection.remoteAddress())) {
                connection.close();
            } else {
                receive(new Caller(connection));
            }
        }
    }

    private void receive(Caller caller) {
        strangers.removeIf(known -> known.connection.isAdmitted() || known.connection.isClosed());
        if (callers.size() >= CONNECTIONS) {
            caller.connection.close();
            counters.count(Counter.DROP_CONNECTION);
            return;
        }
        List<Caller> neighbours = strangers.stream().filter(caller::isOfTheNetworkOf).toList();
        if (neighbours.size() >= STRANGERS_OF_ONE_NETWORK) {
            neighbours.getFirst().makeRoom();
        } else if (strangers.size() >= STRANGERS) {
            strangers.iterator().next().makeRoom();
        }
        callers.add(caller);
        strangers.add(caller);
        counters.add(Counter.CONNECTIONS_NOW, 1);
        readable.watch(caller.connection, caller);
    }

    @Override
    public void close() {
        share.listeners().forEach(TcpListener::close);
        List.copyOf(callers).forEach(Caller::end);
    }

    /** One connection, as its thread sees it. */
    private final class Caller implements Runnable, UdpSocket.Receiver {
        private final TcpConnection connection;
        private final byte[] network;
        private final long sinceNanos = nowNanos;
        private long heardNanos = nowNanos;
        private @Nullable BrowserEndpoint endpoint;
        private boolean wasReleased;

        Caller(TcpConnection connection) {
            this.connection = connection;
            this.network = network(connection.remoteAddress().getAddress());
        }

        /** Who has an IPv6 address has the 2^64 beside it too. */
        private static byte[] network(InetAddress address) {
            byte[] octets = address.getAddress();
            return address instanceof Inet6Address ? Arrays.copyOf(octets, 8) : octets;
        }

        boolean isOfTheNetworkOf(Caller other) {
            return Arrays.equals(network, other.network);
        }

        @Override
        public void run() {
            failures.guard(this::read, connection);
        }

        private void read() {
            switch (connection.drain(scratch, this)) {
                case OPEN -> {}
                case ENDED -> end();
                case TOO_LONG -> turnAway();
            }
        }

        @Override
        public void received(byte[] buffer, int offset, int length, InetSocketAddress from) {
            counters.count(Counter.DATAGRAMS_RECEIVED);
            heardNanos = nowNanos;
            Datagram taken = datagram.of(buffer, offset, length, from);
            PacketKind kind = PacketKind.of(buffer, offset, length);
            BrowserEndpoint known = endpoint;
            if (kind == PacketKind.STUN) {
                check(known, taken);
            } else if (known == null || !connection.isAdmitted()) {
                turnAway();
            } else if (kind == PacketKind.UNKNOWN) {
                counters.count(Counter.DROP_UNKNOWN_KIND);
            } else {
                port.deliver(known, kind, connection, taken);
            }
        }

        private void check(@Nullable BrowserEndpoint known, Datagram taken) {
            BrowserEndpoint named = port.checked(taken);
            if (named != null && (known == null || known.equals(named))) {
                endpoint = named;
                port.deliver(named, PacketKind.STUN, connection, taken);
            } else {
                counters.count(Counter.DROP_STUN);
                if (known == null) {
                    turnAway();
                }
            }
        }

        private void tidy() {
            boolean tooLate = !connection.isAdmitted() && nowNanos - sinceNanos >= STRANGER_NANOS;
            boolean silent = nowNanos - heardNanos >= IceSession.CONSENT_NANOS;
            if (tooLate) {
                makeRoom();
            } else if (silent || wasReleased || connection.isClosed()) {
                end();
            }
            wasReleased = connection.isReleased();
        }

        /** It may be that of a page that got through by UDP before it needed this. */
        private void makeRoom() {
            counters.count(Counter.CONNECTIONS_UNUSED);
            end();
        }

        private void turnAway() {
            counters.count(Counter.DROP_CONNECTION);
            end();
        }

        private void end() {
            connection.close();
            strangers.remove(this);
            if (callers.remove(this)) {
                counters.add(Counter.CONNECTIONS_NOW, -1);
            }
        }
    }
}
