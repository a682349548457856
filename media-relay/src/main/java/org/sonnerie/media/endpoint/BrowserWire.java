package org.sonnerie.media.endpoint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.Transport;
import org.sonnerie.media.ice.IcePair;
import org.sonnerie.media.ice.IceSession;
import org.sonnerie.media.net.PacketSocket;
import org.sonnerie.media.net.TcpConnection;
import org.sonnerie.media.net.UdpSocket;
import org.sonnerie.media.srtp.SrtpSession;

/**
 * SRTP to a browser on the path that ICE selected, as long as there is consent. Owned by one media
 * thread.
 */
final class BrowserWire implements Wire {
    private final Studio studio;
    private final Counters counters;
    private @Nullable IceSession ice;
    private @Nullable SrtpSession srtp;
    private final BrowserConnections connections = new BrowserConnections();
    private boolean consent = true;
    private @Nullable IcePair pathBefore;

    BrowserWire(Studio studio) {
        this.studio = studio;
        this.counters = studio.counters();
    }

    /** Another page: with the one before, its connections are over. */
    void ice(IceSession session) {
        release();
        ice = session;
    }

    /** Its connections are closed, after a last word. */
    void release() {
        connections.release();
    }

    /** Looks after its connections, where there are any. */
    void watch() {
        IceSession session = ice;
        if (session != null) {
            connections.tick(session);
        }
    }

    void srtp(@Nullable SrtpSession session) {
        SrtpSession old = srtp;
        srtp = session;
        if (old != null) {
            old.close();
        }
    }

    @Nullable SrtpSession srtp() {
        return srtp;
    }

    /** RFC 7675 section 5.1: without consent nothing more is sent. */
    void consent(boolean given) {
        consent = given;
    }

    @Override
    public boolean open() {
        IceSession session = ice;
        return srtp != null && consent && session != null && session.selected() != null;
    }

    @Override
    public boolean takeMoved() {
        IceSession session = ice;
        IcePair path = session == null ? null : session.selected();
        IcePair before = pathBefore;
        pathBefore = path;
        return before != null && path != null && !before.equals(path);
    }

    @Override
    public Optional<Transport> transport() {
        IceSession session = ice;
        IcePair path = session == null ? null : session.selected();
        return path == null ? Optional.empty() : Optional.of(path.transport());
    }

    @Override
    public void rtp(byte[] buffer, int length) {
        SrtpSession session = srtp;
        if (session != null) {
            protectedPacket(buffer, session.protectRtp(buffer, 0, length));
        }
    }

    @Override
    public void rtcp(byte[] buffer, int length) {
        SrtpSession session = srtp;
        if (session != null) {
            protectedPacket(buffer, session.protectRtcp(buffer, 0, length));
        }
    }

    private void protectedPacket(byte[] buffer, int length) {
        IceSession session = ice;
        IcePair pair = session == null ? null : session.selected();
        if (length < 0 || pair == null) {
            counters.count(Counter.SEND_FAILURES);
        } else {
            send(buffer, 0, length, pair);
        }
    }

    /**
     * Answers a check on the way it came.
     *
     * @param authentic what comes by that way is welcome from now on
     */
    void answer(byte[] reply, PacketSocket via, IcePair pair, boolean authentic) {
        switch (via) {
            case UdpSocket _ -> send(reply, 0, reply.length, pair);
            case TcpConnection connection -> {
                if (authentic) {
                    IceSession session = ice;
                    connections.keep(connection, session == null ? null : session.selected());
                }
                sent(connection.send(reply, 0, reply.length), Counter.DROP_SLOW_READER);
            }
        }
    }

    /** Sends from the address at which the pair's other end knows us. */
    void send(byte[] buffer, int offset, int length, IcePair pair) {
        switch (pair.transport()) {
            case UDP -> sent(datagram(buffer, offset, length, pair), Counter.SEND_FAILURES);
            case TCP ->
                    sent(connections.send(buffer, offset, length, pair), Counter.DROP_SLOW_READER);
        }
    }

    private boolean datagram(byte[] buffer, int offset, int length, IcePair pair) {
        boolean sent = false;
        for (UdpSocket socket : studio.sockets()) {
            if (socket.localAddress().equals(pair.local())) {
                sent = socket.send(buffer, offset, length, pair.remote());
            }
        }
        return sent;
    }

    private void sent(boolean taken, Counter otherwise) {
        counters.count(taken ? Counter.DATAGRAMS_SENT : otherwise);
    }

    @Override
    public String toString() {
        return srtp == null ? "SRTP(not keyed)" : "SRTP";
    }
}
