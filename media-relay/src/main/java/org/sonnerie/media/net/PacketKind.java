package org.sonnerie.media.net;

/**
 * What a datagram is, by its first bytes (RFC 7983 section 7; RTCP by RFC 5761 section 4).
 *
 * <pre>
 *              +----------------+
 *              |        [0..3] -+--&gt; STUN
 *              |      [16..19] -+--&gt; ZRTP            (not used)
 *  packet --&gt;  |      [20..63] -+--&gt; DTLS
 *              |      [64..79] -+--&gt; TURN channel    (not used)
 *              |    [128..191] -+--&gt; RTP or RTCP
 *              +----------------+
 * </pre>
 */
public enum PacketKind {
    /** A STUN message with its magic cookie. */
    STUN,
    /** A DTLS record. */
    DTLS,
    /** RTP or SRTP. */
    RTP,
    /** RTCP or SRTCP on the port of its RTP. */
    RTCP,
    /** Anything else, or too short to be what it begins like. */
    UNKNOWN;

    private static final int STUN_HEADER_BYTES = 20;
    private static final int DTLS_HEADER_BYTES = 13;
    private static final int RTP_HEADER_BYTES = 12;
    private static final int RTCP_HEADER_BYTES = 8;

    /**
     * Looks at the first bytes only; never throws for a region inside the buffer.
     *
     * @param buffer holds the datagram
     * @param offset where it begins
     * @param length bytes
     * @return what it claims to be
     */
    public static PacketKind of(byte[] buffer, int offset, int length) {
        if (length < RTCP_HEADER_BYTES) {
            return UNKNOWN;
        }
        int first = buffer[offset] & 0xff;
        if (first < 4) {
            return length >= STUN_HEADER_BYTES && hasMagicCookie(buffer, offset) ? STUN : UNKNOWN;
        }
        if (isWithin(first, 20, 63)) {
            return length >= DTLS_HEADER_BYTES ? DTLS : UNKNOWN;
        }
        return isWithin(first, 128, 191) ? media(buffer[offset + 1] & 0xff, length) : UNKNOWN;
    }

    private static PacketKind media(int second, int length) {
        if (isWithin(second, 192, 223)) {
            return RTCP;
        }
        return length >= RTP_HEADER_BYTES ? RTP : UNKNOWN;
    }

    private static boolean isWithin(int number, int lowest, int highest) {
        return number >= lowest && number <= highest;
    }

    private static boolean hasMagicCookie(byte[] buffer, int offset) {
        return buffer[offset + 4] == 0x21
                && buffer[offset + 5] == 0x12
                && buffer[offset + 6] == (byte) 0xa4
                && buffer[offset + 7] == 0x42;
    }
}
