package org.sonnerie.media.sdp;

import java.util.Locale;

/** Which way media flows, as the writer of an SDP sees it (RFC 8866 section 6.7). */
public enum Direction {
    /** Both ways; the default. */
    SENDRECV,
    /** The writer only sends: it has put us on hold, or plays music. */
    SENDONLY,
    /** The writer only receives. */
    RECVONLY,
    /** Neither way. */
    INACTIVE;

    /**
     * The attribute's name.
     *
     * @return such as {@code sendrecv}
     */
    public String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The answer that goes furthest (RFC 3264 section 6.1).
     *
     * @return the same seen from the other side
     */
    public Direction answered() {
        return switch (this) {
            case SENDRECV -> SENDRECV;
            case SENDONLY -> RECVONLY;
            case RECVONLY -> SENDONLY;
            case INACTIVE -> INACTIVE;
        };
    }

    /**
     * Whether the writer wants to hear us.
     *
     * @return true: we may send
     */
    public boolean receives() {
        return this == SENDRECV || this == RECVONLY;
    }

    /**
     * Whether the writer sends to us.
     *
     * @return true: packets are to be expected
     */
    public boolean sends() {
        return this == SENDRECV || this == SENDONLY;
    }
}
