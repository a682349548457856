package org.sonnerie.media.srtp;

/**
 * Why a packet did not pass. {@link SrtpSession} returns the negative {@link #code()} in place of a
 * length, so that a bad packet costs no object.
 */
public enum SrtpDrop {
    /** Too short, or its header lies about its length. */
    MALFORMED(-1),
    /** The tag does not fit: forged, damaged, or of another association. */
    NOT_AUTHENTIC(-2),
    /** Seen before, or older than the replay window of 64 (RFC 3711 section 3.3.2). */
    REPLAYED(-3),
    /** More sources than one endpoint may have. */
    TOO_MANY_SOURCES(-4),
    /** The cipher refused. */
    CIPHER_FAILED(-5);

    private final int code;

    SrtpDrop(int code) {
        this.code = code;
    }

    /**
     * The value that stands for this cause where a length is expected.
     *
     * @return below zero
     */
    public int code() {
        return code;
    }

    /**
     * Reads a cause back.
     *
     * @param code a result below zero
     * @return the cause
     */
    public static SrtpDrop ofCode(int code) {
        return switch (code) {
            case -1 -> MALFORMED;
            case -2 -> NOT_AUTHENTIC;
            case -3 -> REPLAYED;
            case -4 -> TOO_MANY_SOURCES;
            case -5 -> CIPHER_FAILED;
            default -> throw new IllegalArgumentException("not a cause: " + code);
        };
    }
}
