package org.sonnerie.media.endpoint;

import java.util.Locale;

/** What the relay counts. A name that ends in {@code _NOW} goes down too, the others never. */
public enum Counter {
    /** Endpoints that exist. */
    ENDPOINTS_NOW,
    /** Rooms with somebody in them. */
    ROOMS_NOW,
    /** Commands taken. */
    COMMANDS,
    /** Commands that named an endpoint that does not exist. */
    COMMANDS_FOR_NOBODY,
    /** Defects of our own that were met; see the log. */
    FAILURES,
    /** Offers and answers refused. */
    NEGOTIATIONS_FAILED,
    /** Datagrams and frames read from all sockets and connections. */
    DATAGRAMS_RECEIVED,
    /** Datagrams read by another thread than their endpoint's, and handed over to that. */
    DATAGRAMS_HANDED_OVER,
    /** Endpoints that went to another thread, to be where those are whom they hear. */
    ENDPOINTS_MOVED,
    /** Datagrams and frames given to the kernel. */
    DATAGRAMS_SENT,
    /** Datagrams the kernel did not take. */
    SEND_FAILURES,
    /** RTP packets that were authentic and of an agreed payload type. */
    RTP_RECEIVED,
    /** RTP packets sent. */
    RTP_SENT,
    /** RTP packets passed on without decoding. */
    RTP_RELAYED,
    /** Packets missing in what was received. */
    RTP_LOST,
    /** Authentic RTCP compounds. */
    RTCP_RECEIVED,
    /** RTCP compounds sent. */
    RTCP_SENT,
    /** Connections to the media port that are open, those of strangers among them. */
    CONNECTIONS_NOW,
    /** Connections made to the media port. */
    CONNECTIONS,
    /** Connections by which no authentic check came in time: pages make some in case UDP fails. */
    CONNECTIONS_UNUSED,
    /** STUN requests answered. */
    STUN_ANSWERED,
    /** DTLS associations keyed. */
    DTLS_KEYED,
    /** DTLS handshakes that failed, the peer's wrong fingerprint among them. */
    DTLS_FAILED,
    /** Frames decoded. */
    DECODINGS,
    /** Frames encoded for one listener of another codec. */
    ENCODINGS,
    /** Frames encoded for rooms: one for each distinct mix and codec. */
    CONFERENCE_ENCODINGS_TOTAL,
    /** Recordings that are being written. */
    RECORDINGS_NOW,
    /** Recordings that began. */
    RECORDINGS,
    /** Recordings whose file could not be made or written; see the log. */
    RECORDINGS_FAILED,
    /** Frames that a recording has as silence because its file was written too slowly. */
    RECORDING_FRAMES_LEFT_OUT,
    /** Recorded sounds that were to be played and could not be read. */
    SOUNDS_UNREADABLE,
    /** Ticks of 20 ms done, by all threads. */
    TICKS,
    /** Ticks that came 20 ms or more late, and were caught up. */
    TICKS_LATE,
    /** Ticks left out because the thread slept too long. */
    TICKS_SKIPPED,
    /** Dropped: from another machine, while only this one may call. */
    DROP_FOREIGN_MACHINE,
    /** Dropped: neither STUN, DTLS, RTP nor RTCP. */
    DROP_UNKNOWN_KIND,
    /** Dropped: STUN that names no endpoint, is malformed, forged or too frequent. */
    DROP_STUN,
    /** Dropped: DTLS or SRTP from an address that no endpoint validated. */
    DROP_UNKNOWN_SOURCE,
    /** Dropped: DTLS that its endpoint cannot take. */
    DROP_DTLS,
    /** Dropped: SRTP before the keys. */
    DROP_NOT_KEYED,
    /** Dropped: the SRTP tag does not fit. */
    DROP_NOT_AUTHENTIC,
    /** Dropped: SRTP seen before or too old. */
    DROP_REPLAYED,
    /** Dropped: no sound RTP or RTCP. */
    DROP_MALFORMED,
    /** Dropped: SRTP with too many sources, or that the cipher refused. */
    DROP_SRTP_OTHER,
    /** Dropped: a payload type that was not agreed. */
    DROP_PAYLOAD_TYPE,
    /** Dropped: plain RTP that is not from the carrier. */
    DROP_STRANGER,
    /** Dropped: too late to be passed on in order, or twice. */
    DROP_LATE,
    /** Dropped: the oldest of those handed over to a thread that does not keep up. */
    DROP_HAND_OVER,
    /** Dropped: larger than any packet of ours. */
    DROP_OVERSIZED,
    /**
     * Closed: a connection that does not begin with a check, proves nothing, or is one too many.
     */
    DROP_CONNECTION,
    /** Dropped: a packet for a connection that is read too slowly, or over. */
    DROP_SLOW_READER;

    private final String text = name().toLowerCase(Locale.ROOT);

    /**
     * The name for metrics.
     *
     * @return in snake_case
     */
    public String text() {
        return text;
    }
}
