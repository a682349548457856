package org.sonnerie.media.endpoint;

import org.jspecify.annotations.Nullable;
import org.sonnerie.media.ice.IcePair;
import org.sonnerie.media.ice.IceSession;
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
    private boolean consent = true;
    private @Nullable IcePair pathBefore;

    BrowserWire(Studio studio) {
        this.studio = studio;
        this.counters = studio.counters();
    }

    void ice(IceSession session) {
        ice = session;
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

    /** Sends from the address at which the pair's other end knows us. */
    void send(byte[] buffer, int offset, int length, IcePair pair) {
        boolean sent = false;
        for (UdpSocket socket : studio.sockets()) {
            if (socket.localAddress().equals(pair.local())) {
                sent = socket.send(buffer, offset, length, pair.remote());
            }
        }
        counters.count(sent ? Counter.DATAGRAMS_SENT : Counter.SEND_FAILURES);
    }

    @Override
    public String toString() {
        return srtp == null ? "SRTP(not keyed)" : "SRTP";
    }
}
