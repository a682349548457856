package org.sonnerie.media.srtp;

/**
 * Why a packet did not pass. {@link SrtpSession} returns the negative {@link #code()} in place of a
 * length, so that a bad packet costs no object.
 */
public enum SrtpDrop {
    /** Too short, or its header lies about its length. */
    MALFORMED,
    /** The tag does not fit: forged, damaged, or of another association. */
    NOT_AUTHENTIC,
    /** Seen before, or older than the replay window of 64 (RFC 3711 section 3.3.2). */
    REPLAYED,
    /** More sources than one endpoint may have. */
    TOO_MANY_SOURCES,
    /** The cipher refused. */
    CIPHER_FAILED;

    private static final SrtpDrop[] ALL = values();

    /**
     * The value that stands for this cause where a length is expected.
     *
     * @return below zero
     */
    public int code() {
        return -1 - ordinal();
    }

    /**
     * Reads a cause back.
     *
     * @param code a result below zero
     * @return the cause
     */
    public static SrtpDrop ofCode(int code) {
        return ALL[-1 - code];
    }
}
