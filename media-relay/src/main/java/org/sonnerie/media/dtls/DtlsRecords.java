package org.sonnerie.media.dtls;

/**
 * A look at a datagram's records before Bouncy Castle sees them (RFC 6347 section 4.1). A forged
 * record must be dropped in silence (4.1.2.7); some that are too short to be genuine would end the
 * association there instead.
 *
 * <pre>
 *  type (1) | version (2) | epoch (2) | sequence number (6) | length (2) | fragment (length)
 * </pre>
 */
final class DtlsRecords {
    private static final int HEADER_BYTES = 13;
    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int ALERT = 21;
    private static final int APPLICATION_DATA = 23;

    /** All our cipher suites are AES-GCM: 8 bytes of nonce and a tag of 16 (RFC 5288). */
    private static final int LEAST_SEALED_BYTES = 24;

    private DtlsRecords() {}

    /**
     * Whether every record of the datagram could be genuine.
     *
     * @param keyed whether the handshake is over: then only its repetition comes in the clear
     */
    static boolean arePlausible(byte[] buffer, int offset, int length, boolean keyed) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            if (end - at < HEADER_BYTES || !isPlausible(buffer, at, keyed)) {
                return false;
            }
            at += HEADER_BYTES + readShort(buffer, at + 11);
        }
        return at == end;
    }

    private static boolean isPlausible(byte[] buffer, int at, boolean keyed) {
        int type = buffer[at];
        if (type < CHANGE_CIPHER_SPEC || type > APPLICATION_DATA || buffer[at + 1] != -2) {
            return false;
        }
        int epoch = readShort(buffer, at + 3);
        if (epoch > 0) {
            return readShort(buffer, at + 11) >= LEAST_SEALED_BYTES;
        }
        return type != APPLICATION_DATA && !(keyed && type == ALERT);
    }

    private static int readShort(byte[] buffer, int at) {
        return ((buffer[at] & 0xff) << 8) | (buffer[at + 1] & 0xff);
    }
}
