package org.sonnerie.media.dtls;

import org.sonnerie.media.srtp.SrtpKeys;

/** What becomes of an association: {@link Keyed} then {@link Closed}, or {@link Failed}. */
public sealed interface DtlsEvent {
    /**
     * The handshake is done and the peer is the one its fingerprint announced.
     *
     * @param keys for SRTP
     */
    record Keyed(SrtpKeys keys) implements DtlsEvent {}

    /**
     * It will not be; the last event.
     *
     * @param reason why
     */
    record Failed(DtlsFailure reason) implements DtlsEvent {}

    /**
     * It was up and is over; the last event.
     *
     * @param byPeer whether the peer said close_notify or a fatal alert, not we
     */
    record Closed(boolean byPeer) implements DtlsEvent {}
}
