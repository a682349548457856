package org.sonnerie.media.engine;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.endpoint.BrowserEndpoint;
import org.sonnerie.media.endpoint.Counter;
import org.sonnerie.media.endpoint.Counters;
import org.sonnerie.media.endpoint.Datagram;
import org.sonnerie.media.endpoint.Workbench;
import org.sonnerie.media.ice.IcePair;
import org.sonnerie.media.ice.IceResult;
import org.sonnerie.media.ice.StunPeek;
import org.sonnerie.media.ice.StunRateLimit;
import org.sonnerie.media.net.LocalAddresses;
import org.sonnerie.media.net.PacketKind;
import org.sonnerie.media.net.UdpSocket;

/**
 * One thread's share of the one port of all browsers: tells STUN, DTLS, SRTP and SRTCP apart (RFC
 * 7983) and hands each to its endpoint, over a ring where that lives on another thread. What
 * belongs to nobody is dropped and counted, on the thread it came to. Owned by one media thread.
 */
final class MediaPort implements AutoCloseable {
    private static final int DRAIN_LIMIT = 2_000;

    private final Workbench bench;
    private final List<UdpSocket> sockets;
    private final Shared shared;
    private final StunRateLimit rateLimit;
    private final Counters counters;
    private final Failures failures;
    private final Datagram datagram = new Datagram();
    private long nowNanos;
    private long oversizedBefore;

    /**
     * What the ports of all threads share.
     *
     * @param table of all browsers
     * @param rings between the threads
     * @param onlyFrom who may call; null: anybody
     */
    record Shared(BrowserTable table, Rings rings, @Nullable LocalAddresses onlyFrom) {}

    MediaPort(
            Workbench bench,
            List<UdpSocket> sockets,
            Shared shared,
            StunRateLimit rateLimit,
            Failures failures) {
        this.bench = bench;
        this.sockets = List.copyOf(sockets);
        this.shared = shared;
        this.rateLimit = rateLimit;
        this.counters = bench.counters();
        this.failures = failures;
    }

    /** Takes what has arrived. */
    void drain(long now) {
        nowNanos = now;
        for (int from = 0; from < shared.rings().threads(); from++) {
            takeFrom(from);
        }
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

    private void takeFrom(int thread) {
        HandedOver next = shared.rings().take(thread, bench.number());
        for (int taken = 1; next != null; taken++) {
            HandedOver current = next;
            failures.guard(() -> handedOver(current), "datagram");
            next = taken < DRAIN_LIMIT ? shared.rings().take(thread, bench.number()) : null;
        }
    }

    private void handedOver(HandedOver taken) {
        byte[] octets = taken.octets();
        deliver(
                taken.endpoint(),
                taken.kind(),
                taken.local(),
                datagram.of(octets, 0, octets.length, taken.from()));
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
        LocalAddresses onlyFrom = shared.onlyFrom();
        if (onlyFrom != null && !onlyFrom.contains(from.getAddress())) {
            counters.count(Counter.DROP_FOREIGN_MACHINE);
            return;
        }
        PacketKind kind = PacketKind.of(taken.buffer(), taken.offset(), taken.length());
        BrowserEndpoint endpoint =
                switch (kind) {
                    case STUN -> checked(taken);
                    case DTLS, RTP, RTCP -> shared.table().byRemote(from);
                    case UNKNOWN -> null;
                };
        if (endpoint == null) {
            counters.count(dropOf(kind));
        } else {
            deliver(endpoint, kind, socket.localAddress(), taken);
        }
    }

    private static Counter dropOf(PacketKind kind) {
        return switch (kind) {
            case STUN -> Counter.DROP_STUN;
            case DTLS, RTP, RTCP -> Counter.DROP_UNKNOWN_SOURCE;
            case UNKNOWN -> Counter.DROP_UNKNOWN_KIND;
        };
    }

    /** Whom a check is for, unless there are too many of them; before anything is computed. */
    private @Nullable BrowserEndpoint checked(Datagram taken) {
        String ufrag = StunPeek.localUfrag(taken.buffer(), taken.offset(), taken.length());
        BrowserEndpoint endpoint = ufrag == null ? null : shared.table().byUfrag(ufrag);
        return endpoint != null && rateLimit.allows(taken.from(), nowNanos) ? endpoint : null;
    }

    private void deliver(
            BrowserEndpoint endpoint, PacketKind kind, InetSocketAddress local, Datagram taken) {
        Workbench home = endpoint.home();
        if (!home.equals(bench)) {
            HandedOver copy = HandedOver.copy(endpoint, kind, local, taken);
            shared.rings().give(bench.number(), home.number(), copy);
        } else if (endpoint.isClosed()) {
            counters.count(dropOf(kind));
        } else {
            give(endpoint, kind, local, taken);
        }
    }

    private void give(
            BrowserEndpoint endpoint, PacketKind kind, InetSocketAddress local, Datagram taken) {
        switch (kind) {
            case STUN -> stun(endpoint, new IcePair(local, taken.from()), taken);
            case DTLS -> endpoint.dtls(taken, new IcePair(local, taken.from()));
            case RTP -> endpoint.rtp(taken, nowNanos);
            case RTCP -> endpoint.rtcp(taken, nowNanos);
            case UNKNOWN -> throw new IllegalArgumentException("belongs to nobody");
        }
    }

    private void stun(BrowserEndpoint endpoint, IcePair pair, Datagram taken) {
        IceResult.Change change = endpoint.stun(taken, pair, nowNanos);
        if (change == null) {
            return;
        }
        shared.table().validated(pair.remote(), endpoint);
        switch (change) {
            case RESTARTED -> shared.table().index(endpoint);
            case NONE, VALIDATED, SELECTED -> {}
        }
    }

    @Override
    public void close() {
        sockets.forEach(UdpSocket::close);
    }
}
