package org.sonnerie.media.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.dtls.DtlsEvent;
import org.sonnerie.media.dtls.DtlsFailure;
import org.sonnerie.media.dtls.DtlsSession;
import org.sonnerie.media.dtls.Fingerprint;
import org.sonnerie.media.ice.IcePair;

/**
 * The DTLS association with one page. Begins with the page's first datagram, so that a page that
 * never comes holds no place; answers on the pair the last datagram came by. Owned by one media
 * thread; what the handshake's own thread says is brought over to it, in order, also while the
 * endpoint moves to another one.
 */
final class Association {
    private final BrowserEndpoint owner;
    private final BrowserSetting setting;
    private final BrowserWire wire;
    private final List<Fingerprint> expected;
    private final Queue<Runnable> said = new ConcurrentLinkedQueue<>();
    private @Nullable DtlsSession session;
    private @Nullable IcePair pair;
    private boolean refused;

    Association(
            BrowserEndpoint owner,
            BrowserSetting setting,
            BrowserWire wire,
            List<Fingerprint> expected) {
        this.owner = owner;
        this.setting = setting;
        this.wire = wire;
        this.expected = List.copyOf(expected);
    }

    /** Takes a datagram; false: it cannot. */
    boolean receive(Datagram datagram, IcePair from) {
        if (refused) {
            return false;
        }
        pair = from;
        DtlsSession present = session;
        if (present == null) {
            present = begin();
        }
        return present.receive(datagram.buffer(), datagram.offset(), datagram.length());
    }

    private DtlsSession begin() {
        DtlsSession begun =
                DtlsSession.server(
                        new DtlsSession.Parties(
                                setting.certificate(), expected, owner.studio().random()),
                        this::send,
                        this::happened,
                        setting.admission());
        session = begun;
        begun.start(setting.virtualThreads());
        return begun;
    }

    /** On the handshake's thread. */
    private void send(byte[] buffer, int offset, int length) {
        byte[] copy = Arrays.copyOfRange(buffer, offset, offset + length);
        bringOver(() -> sendHere(copy));
    }

    private void sendHere(byte[] datagram) {
        IcePair back = pair;
        if (back != null) {
            wire.send(datagram, 0, datagram.length, back);
        }
    }

    /** On the handshake's thread. */
    private void happened(DtlsEvent event) {
        bringOver(() -> happenedHere(event));
    }

    private void bringOver(Runnable what) {
        said.add(what);
        owner.studio().execute(this::listen);
    }

    private void listen() {
        Runnable next = said.poll();
        while (next != null) {
            next.run();
            next = said.poll();
        }
    }

    private void happenedHere(DtlsEvent event) {
        if (event instanceof DtlsEvent.Failed(DtlsFailure reason)) {
            // Who was only unlucky may knock again; who is another than announced may not.
            boolean unlucky = reason == DtlsFailure.BUSY || reason == DtlsFailure.TIMEOUT;
            refused = !unlucky;
            session = null;
        }
        owner.happened(this, event, owner.studio().nowNanos());
    }

    void close() {
        DtlsSession present = session;
        refused = true;
        if (present != null) {
            present.close();
        }
    }
}
