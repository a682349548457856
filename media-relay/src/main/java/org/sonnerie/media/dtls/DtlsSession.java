package org.sonnerie.media.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.TlsTimeoutException;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.srtp.SrtpKeys;

/**
 * One DTLS association: handshake, then waiting for close_notify. Give it datagrams with {@link
 * #receive}; what it wants sent goes to the sink, what becomes of it to the listener, both on the
 * association's own virtual thread. A page that comes back gets a new session. Thread safe.
 */
public final class DtlsSession {
    private static final int APPLICATION_BYTES = 1500;

    private final boolean client;
    private final PeerRules rules;
    private final QueueTransport transport;
    private final Consumer<DtlsEvent> listener;
    private final DtlsAdmission admission;

    private DtlsSession(
            boolean client,
            PeerRules rules,
            Sink sink,
            Consumer<DtlsEvent> listener,
            DtlsAdmission admission) {
        this.client = client;
        this.rules = rules;
        this.transport = new QueueTransport(sink, admission);
        this.listener = listener;
        this.admission = admission;
    }

    /** Where datagrams go. */
    @FunctionalInterface
    public interface Sink {
        /**
         * One datagram to send.
         *
         * @param buffer not to be kept
         * @param offset where it begins
         * @param length bytes, at most 1200
         */
        void send(byte[] buffer, int offset, int length);
    }

    /**
     * Whom the association is between.
     *
     * @param certificate ours
     * @param expected the peer's announced fingerprints; its certificate must match one
     * @param random for keys and nonces
     */
    public record Parties(
            DtlsCertificate certificate, List<Fingerprint> expected, SecureRandom random) {
        /** Copies the list. */
        public Parties {
            expected = List.copyOf(expected);
        }

        private PeerRules rules() {
            return new PeerRules(certificate, expected, random);
        }
    }

    /**
     * The relay's role: waits for a ClientHello.
     *
     * @param parties certificates
     * @param sink where datagrams go
     * @param listener hears {@link DtlsEvent}s
     * @param admission limits shared by all
     * @return a session, to be started
     */
    public static DtlsSession server(
            Parties parties, Sink sink, Consumer<DtlsEvent> listener, DtlsAdmission admission) {
        return new DtlsSession(false, parties.rules(), sink, listener, admission);
    }

    /**
     * The browser's role: begins at once.
     *
     * @param parties certificates
     * @param sink where datagrams go
     * @param listener hears {@link DtlsEvent}s
     * @param admission limits shared by all
     * @return a session, to be started
     */
    public static DtlsSession client(
            Parties parties, Sink sink, Consumer<DtlsEvent> listener, DtlsAdmission admission) {
        return new DtlsSession(true, parties.rules(), sink, listener, admission);
    }

    /**
     * Begins. Call once.
     *
     * @param threads runs the association, which blocks until it is over; virtual but in warm-ups
     */
    public void start(Executor threads) {
        threads.execute(this::run);
    }

    /**
     * Takes a datagram that came for it.
     *
     * @param buffer copied
     * @param offset where the datagram begins
     * @param length bytes
     * @return false if it was dropped: no DTLS, too long, queue full, or the association is over
     */
    public boolean receive(byte[] buffer, int offset, int length) {
        return transport.offer(buffer, offset, length);
    }

    /** How many datagrams wait to be looked at. */
    int waiting() {
        return transport.waiting();
    }

    /** Ends it, with close_notify if it was up. Returns at once. */
    public void close() {
        transport.requestClose();
    }

    private void run() {
        if (!admission.enter()) {
            listener.accept(new DtlsEvent.Failed(DtlsFailure.BUSY));
            return;
        }
        DTLSTransport association = handshake();
        SrtpKeys keys = rules.keys();
        if (association == null || keys == null) {
            return;
        }
        listener.accept(new DtlsEvent.Keyed(keys));
        awaitEnd(association);
        listener.accept(new DtlsEvent.Closed(rules.isClosedByPeer()));
    }

    /** Leaves the admission however it ends, and tells the listener if it failed. */
    private @Nullable DTLSTransport handshake() {
        DTLSTransport association = null;
        DtlsFailure failure = DtlsFailure.PROTOCOL;
        transport.beginHandshake();
        try {
            association =
                    client
                            ? new DTLSClientProtocol().connect(new ClientPeer(rules), transport)
                            : new DTLSServerProtocol().accept(new ServerPeer(rules), transport);
        } catch (TlsTimeoutException late) {
            failure = DtlsFailure.TIMEOUT;
        } catch (IOException refused) {
            failure = reasonOf(refused);

        } finally {
            transport.endHandshake();
            admission.leave();
            if (association == null) {
                transport.close();
                listener.accept(new DtlsEvent.Failed(failure));
            }
        }
        return association;
    }

    private DtlsFailure reasonOf(IOException refused) {
        DtlsFailure known = rules.failure();
        if (known != null) {
            return known;
        }
        boolean byUs = transport.isCloseRequested() || refused instanceof InterruptedIOException;
        return byUs ? DtlsFailure.CLOSED : DtlsFailure.PROTOCOL;
    }

    /** Also answers a lost last flight: Bouncy Castle resends it from within receive. */
    private void awaitEnd(DTLSTransport association) {
        byte[] ignored = new byte[APPLICATION_BYTES];
        try {
            while (!transport.isCloseRequested() && !rules.isClosedByPeer()) {
                association.receive(ignored, 0, ignored.length, 0);
            }
        } catch (IOException over) {
            // Closed by either side: the flags say by whom.
        }
        try {
            association.close();
        } catch (IOException alreadyClosed) {
            // Nothing is left to say goodbye to.
        }
    }
}
