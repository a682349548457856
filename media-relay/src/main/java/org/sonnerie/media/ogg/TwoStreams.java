package org.sonnerie.media.ogg;

import java.nio.ByteBuffer;

/**
 * Two Opus packets as one of an Ogg stream (RFC 7845 section 3): the first one delimits itself (RFC
 * 6716 appendix B), the second follows as it is.
 *
 * <pre>
 * +-----+-----------+---------------+-----+---------------+
 * | TOC | N1: 1 or 2| N1 octets     | TOC | N2 octets     |
 * +-----+-----------+---------------+-----+---------------+
 * </pre>
 */
public final class TwoStreams {
    private static final int CODE_MASK = 3;

    /** RFC 6716 section 3.2.1: lengths up to this take one octet. */
    private static final int ONE_OCTET = 251;

    private TwoStreams() {}

    /**
     * Puts two packets into one.
     *
     * @param first a packet of one frame (code 0, RFC 6716 section 3.2.2), as encoders make of 20
     *     ms
     * @param second any packet of the same length in time
     * @return both
     * @throws IllegalArgumentException if the first one is of another code
     */
    public static byte[] join(byte[] first, byte[] second) {
        if (first.length == 0 || (first[0] & CODE_MASK) != 0) {
            throw new IllegalArgumentException("not a packet of one frame");
        }
        int length = first.length - 1;
        ByteBuffer both = ByteBuffer.allocate(first.length + second.length + 2).put(first[0]);
        if (length <= ONE_OCTET) {
            both.put((byte) length);
        } else {
            int low = ONE_OCTET + 1 + (length & CODE_MASK);
            both.put((byte) low).put((byte) ((length - low) / 4));
        }
        both.put(first, 1, length).put(second);
        byte[] joined = new byte[both.position()];
        both.flip().get(joined);
        return joined;
    }

    /**
     * Takes them apart.
     *
     * @param both as {@link #join} made it
     * @return the first packet and the second
     * @throws IllegalArgumentException if it is no such packet
     */
    public static byte[][] split(byte[] both) {
        int low = both.length < 2 ? 0 : both[1] & 0xFF;
        int header = low > ONE_OCTET ? 3 : 2;
        if (both.length <= header || (both[0] & CODE_MASK) != 0) {
            throw new IllegalArgumentException("not two packets in one");
        }
        int length = low > ONE_OCTET ? (both[2] & 0xFF) * 4 + low : low;
        if (header + length >= both.length) {
            throw new IllegalArgumentException("not two packets in one");
        }
        byte[] first = new byte[length + 1];
        first[0] = both[0];
        System.arraycopy(both, header, first, 1, length);
        byte[] second = new byte[both.length - header - length];
        System.arraycopy(both, header + length, second, 0, second.length);
        return new byte[][] {first, second};
    }
}
