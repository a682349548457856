package org.sonnerie.media.engine;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.endpoint.BrowserEndpoint;
import org.sonnerie.media.endpoint.Counter;
import org.sonnerie.media.endpoint.Counters;
import org.sonnerie.media.endpoint.Datagram;
import org.sonnerie.media.ice.IcePair;
import org.sonnerie.media.ice.IceResult;
import org.sonnerie.media.ice.StunPeek;
import org.sonnerie.media.ice.StunRateLimit;
import org.sonnerie.media.net.LocalAddresses;
import org.sonnerie.media.net.PacketKind;
import org.sonnerie.media.net.UdpSocket;

/**
 * The one port of all browsers: tells STUN, DTLS, SRTP and SRTCP apart (RFC 7983) and hands each to
 * its endpoint. What belongs to nobody is dropped and counted. Owned by one media thread.
 */
final class MediaPort implements AutoCloseable {
    private static final int DRAIN_LIMIT = 2_000;

    private final List<UdpSocket> sockets;
    private final BrowserTable table;
    private final StunRateLimit rateLimit;
    private final Counters counters;
    private final Failures failures;

    /** Null: anybody may call. */
    private final @Nullable LocalAddresses onlyFrom;

    private final Datagram datagram = new Datagram();
    private long nowNanos;
    private long oversizedBefore;

    MediaPort(
            List<UdpSocket> sockets,
            BrowserTable table,
            StunRateLimit rateLimit,
            Counters counters,
            Failures failures,
            @Nullable LocalAddresses onlyFrom) {
        this.sockets = List.copyOf(sockets);
        this.table = table;
        this.rateLimit = rateLimit;
        this.counters = counters;
        this.failures = failures;
        this.onlyFrom = onlyFrom;
    }

    /** Takes what has arrived. */
    void drain(long now) {
        nowNanos = now;
        long oversized = 0;
        for (UdpSocket socket : sockets) {
            int datagrams =
                    socket.drain(
                            (buffer, offset, length, from) ->
                                    guarded(socket, datagram.of(buffer, offset, length, from)),
                            DRAIN_LIMIT);
            counters.add(Counter.DATAGRAMS_RECEIVED, datagrams);
            oversized += socket.oversized();
        }
        counters.add(Counter.DROP_OVERSIZED, oversized - oversizedBefore);
        oversizedBefore = oversized;
    }

    private void guarded(UdpSocket socket, Datagram taken) {
        try {
            received(socket, taken);
        } catch (RuntimeException defect) {
            failures.note(defect, "datagram");
        }
    }

    private void received(UdpSocket socket, Datagram taken) {
        InetSocketAddress from = taken.from();
        if (onlyFrom != null && !onlyFrom.contains(from.getAddress())) {
            counters.count(Counter.DROP_FOREIGN_MACHINE);
            return;
        }
        switch (PacketKind.of(taken.buffer(), taken.offset(), taken.length())) {
            case STUN -> stun(socket, taken);
            case DTLS -> dtls(socket, taken);
            case RTP -> {
                BrowserEndpoint endpoint = known(from);
                if (endpoint != null) {
                    endpoint.rtp(taken, nowNanos);
                }
            }
            case RTCP -> {
                BrowserEndpoint endpoint = known(from);
                if (endpoint != null) {
                    endpoint.rtcp(taken, nowNanos);
                }
            }
            case UNKNOWN -> counters.count(Counter.DROP_UNKNOWN_KIND);
        }
    }

    private void stun(UdpSocket socket, Datagram taken) {
        String ufrag = StunPeek.localUfrag(taken.buffer(), taken.offset(), taken.length());
        BrowserEndpoint endpoint = ufrag == null ? null : table.byUfrag(ufrag);
        if (endpoint == null || !rateLimit.allows(taken.from(), nowNanos)) {
            counters.count(Counter.DROP_STUN);
            return;
        }
        IcePair pair = new IcePair(socket.localAddress(), taken.from());
        IceResult.Change change = endpoint.stun(taken, pair, nowNanos);
        if (change == null) {
            return;
        }
        table.validated(taken.from(), endpoint);
        switch (change) {
            case RESTARTED -> table.index(endpoint);
            case NONE, VALIDATED, SELECTED -> {}
        }
    }

    private void dtls(UdpSocket socket, Datagram taken) {
        BrowserEndpoint endpoint = known(taken.from());
        if (endpoint != null) {
            endpoint.dtls(taken, new IcePair(socket.localAddress(), taken.from()));
        }
    }

    private @Nullable BrowserEndpoint known(InetSocketAddress from) {
        BrowserEndpoint endpoint = table.byRemote(from);
        if (endpoint == null) {
            counters.count(Counter.DROP_UNKNOWN_SOURCE);
        }
        return endpoint;
    }

    int port() {
        return sockets.getFirst().port();
    }

    @Override
    public void close() {
        sockets.forEach(UdpSocket::close);
    }
}
