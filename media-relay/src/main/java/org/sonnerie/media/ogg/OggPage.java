package org.sonnerie.media.ogg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * An Ogg page (RFC 3533 section 6), all numbers little-endian.
 *
 * <pre>
 *  0               1               2               3
 * |      'O'      |      'g'      |      'g'      |      'S'      |  0
 * |   version 0   |     flags     |    granule position (64 bits) |  4
 * |                                                               |  8
 * |                               |         serial number         | 12
 * |                               |        sequence number        | 16
 * |                               |           checksum            | 20
 * |                               |   segments    |  lacing values| 24
 * </pre>
 */
final class OggPage {
    static final int FLAGS = 5;
    static final int GRANULE = 6;
    static final int SERIAL = 14;
    static final int CHECKSUM = 22;
    static final int SEGMENTS = 26;
    static final int HEADER_LENGTH = 27;

    /** The first packet goes on from the page before. */
    static final int CONTINUED = 1;

    static final int FIRST = 2;
    static final int LAST = 4;

    /** A lacing value that says that its packet goes on. */
    static final int FULL_SEGMENT = 255;

    static final int MOST_SEGMENTS = 255;

    private static final int CAPTURE_PATTERN = 0x5367_674F;

    private OggPage() {}

    /** The lacing values a packet takes. */
    static int segments(byte[] packet) {
        return packet.length / FULL_SEGMENT + 1;
    }

    /** A page of whole packets. */
    static byte[] of(int flags, long granule, int serial, int sequence, List<byte[]> packets) {
        int segments = 0;
        int body = 0;
        for (byte[] packet : packets) {
            segments += segments(packet);
            body += packet.length;
        }
        ByteBuffer page =
                ByteBuffer.allocate(HEADER_LENGTH + segments + body)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(CAPTURE_PATTERN)
                        .put((byte) 0)
                        .put((byte) flags)
                        .putLong(granule)
                        .putInt(serial)
                        .putInt(sequence)
                        .putInt(0)
                        .put((byte) segments);
        for (byte[] packet : packets) {
            lace(page, packet.length);
        }
        packets.forEach(page::put);
        int length = page.position();
        return page.putInt(CHECKSUM, OggChecksum.ofPage(page.array(), 0, length)).array();
    }

    private static void lace(ByteBuffer page, int length) {
        for (int i = 0; i < length / FULL_SEGMENT; i++) {
            page.put((byte) FULL_SEGMENT);
        }
        page.put((byte) (length % FULL_SEGMENT));
    }

    /**
     * The size of the whole, undamaged page at this place.
     *
     * @return octets; 0 if there is none
     */
    static int lengthAt(byte[] file, int at) {
        ByteBuffer octets = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (at > octets.limit() - HEADER_LENGTH
                || octets.getInt(at) != CAPTURE_PATTERN
                || octets.get(at + 4) != 0) {
            return 0;
        }
        int segments = octets.get(at + SEGMENTS) & 0xFF;
        int length = HEADER_LENGTH + segments;
        for (int i = 0; i < segments && at + HEADER_LENGTH + i < octets.limit(); i++) {
            length += octets.get(at + HEADER_LENGTH + i) & 0xFF;
        }
        boolean intact =
                at <= octets.limit() - length
                        && octets.getInt(at + CHECKSUM) == OggChecksum.ofPage(file, at, length);
        return intact ? length : 0;
    }
}
