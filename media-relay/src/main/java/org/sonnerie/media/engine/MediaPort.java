package org.sonnerie.media.engine;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.endpoint.BrowserEndpoint;
import org.sonnerie.media.endpoint.Counter;
import org.sonnerie.media.endpoint.Counters;
import org.sonnerie.media.endpoint.Datagram;
import org.sonnerie.media.endpoint.Workbench;
import org.sonnerie.media.ice.IceResult;
import org.sonnerie.media.ice.StunPeek;
import org.sonnerie.media.ice.StunRateLimit;
import org.sonnerie.media.net.LocalAddresses;
import org.sonnerie.media.net.PacketKind;
import org.sonnerie.media.net.PacketSocket;
import org.sonnerie.media.net.ReadableSockets;
import org.sonnerie.media.net.SharedPort;
import org.sonnerie.media.net.UdpSocket;

/**
 * One thread's share of the one port of all browsers: tells STUN, DTLS, SRTP and SRTCP apart (RFC
 * 7983) and hands each to its endpoint, over a ring where that lives on another thread. What
 * belongs to nobody is dropped and counted, on the thread it came to. Owned by one media thread.
 */
final class MediaPort implements AutoCloseable {
    private static final int DRAIN_LIMIT = 2_000;

    private final Workbench bench;
    private final SharedPort share;
    private final TcpDoor door;
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
            SharedPort share,
            ReadableSockets readable,
            Shared shared,
            StunRateLimit rateLimit,
            Failures failures) {
        this.bench = bench;
        this.share = share;
        this.shared = shared;
        this.rateLimit = rateLimit;
        this.counters = bench.counters();
        this.failures = failures;
        this.door = new TcpDoor(this, share, readable, counters, failures);
    }

    /** Takes what has arrived; from connections at the poll of the readable sockets after it. */
    void drain(long now) {
        nowNanos = now;
        door.round(now);
        for (int from = 0; from < shared.rings().threads(); from++) {
            takeFrom(from);
        }
        long oversized = 0;
        for (UdpSocket socket : share.sockets()) {
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
                taken.via(),
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
        if (isForeign(from)) {
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
            deliver(endpoint, kind, socket, taken);
        }
    }

    /** Whether that is another machine while only this one may call; counted, not to be read. */
    boolean isForeign(InetSocketAddress from) {
        LocalAddresses onlyFrom = shared.onlyFrom();
        boolean foreign = onlyFrom != null && !onlyFrom.contains(from.getAddress());
        if (foreign) {
            counters.count(Counter.DROP_FOREIGN_MACHINE);
        }
        return foreign;
    }

    private static Counter dropOf(PacketKind kind) {
        return switch (kind) {
            case STUN -> Counter.DROP_STUN;
            case DTLS, RTP, RTCP -> Counter.DROP_UNKNOWN_SOURCE;
            case UNKNOWN -> Counter.DROP_UNKNOWN_KIND;
        };
    }

    /** Whom a check is for, unless there are too many of them; before anything is computed. */
    @Nullable BrowserEndpoint checked(Datagram taken) {
        String ufrag = StunPeek.localUfrag(taken.buffer(), taken.offset(), taken.length());
        BrowserEndpoint endpoint = ufrag == null ? null : shared.table().byUfrag(ufrag);
        return endpoint != null && rateLimit.allows(taken.from(), nowNanos) ? endpoint : null;
    }

    /** Gives a packet to its endpoint, on that one's thread. */
    void deliver(BrowserEndpoint endpoint, PacketKind kind, PacketSocket via, Datagram taken) {
        Workbench home = endpoint.home();
        if (!home.equals(bench)) {
            HandedOver copy = HandedOver.copy(endpoint, kind, via, taken);
            shared.rings().give(bench.number(), home.number(), copy);
        } else if (endpoint.isClosed()) {
            counters.count(dropOf(kind));
        } else {
            give(endpoint, kind, via, taken);
        }
    }

    private void give(BrowserEndpoint endpoint, PacketKind kind, PacketSocket via, Datagram taken) {
        switch (kind) {
            case STUN -> stun(endpoint, via, taken);
            case DTLS -> endpoint.dtls(taken, via);
            case RTP -> endpoint.rtp(taken, nowNanos);
            case RTCP -> endpoint.rtcp(taken, nowNanos);
            case UNKNOWN -> throw new IllegalArgumentException("belongs to nobody");
        }
    }

    private void stun(BrowserEndpoint endpoint, PacketSocket via, Datagram taken) {
        IceResult.Change change = endpoint.stun(taken, via, nowNanos);
        if (change == null) {
            return;
        }
        switch (via.transport()) {
            case UDP -> shared.table().validated(taken.from(), endpoint);
            case TCP -> {} // its connection knows whose it is
        }
        switch (change) {
            case RESTARTED -> shared.table().index(endpoint);
            case NONE, VALIDATED, SELECTED -> {}
        }
    }

    @Override
    public void close() {
        share.close();
        door.close();
    }
}
