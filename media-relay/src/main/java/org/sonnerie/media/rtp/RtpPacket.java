package org.sonnerie.media.rtp;

/**
 * A view of one RTP packet inside somebody else's buffer (RFC 3550 section 5.1); one view serves
 * any number of packets. Owned by one thread; keeps the buffer until the next {@link #wrap} or
 * {@link #format}.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * |V=2|P|X|  CC   |M|     PT      |       sequence number         |
 * |                           timestamp                           |
 * |                             SSRC                              |
 * |          CSRC list (CC words), extension (if X), payload      |
 * </pre>
 */
public final class RtpPacket {
    /** Octets of a header without CSRCs and extensions. */
    public static final int MINIMAL_HEADER_LENGTH = 12;

    private static final int ONE_BYTE_PROFILE = 0xBEDE;
    private static final int TWO_BYTE_PROFILE = 0x1000;

    private byte[] buffer = new byte[MINIMAL_HEADER_LENGTH];
    private int offset;
    private int length;
    private int headerLength = MINIMAL_HEADER_LENGTH;
    private int payloadLength;

    /**
     * Looks at a received packet.
     *
     * @param source holds the packet; not copied
     * @param start where it begins
     * @param count its octets
     * @return true: a well formed RTP packet of version 2, which this now shows; false: the view is
     *     unchanged
     */
    public boolean wrap(byte[] source, int start, int count) {
        if (count < MINIMAL_HEADER_LENGTH || (source[start] & 0xC0) != 0x80) {
            return false;
        }
        int header = headerLength(source, start, count);
        int padding = (source[start] & 0x20) == 0 ? 0 : source[start + count - 1] & 0xFF;
        boolean paddingIsSound = (source[start] & 0x20) == 0 || padding > 0;
        if (header < 0 || !paddingIsSound || header + padding > count) {
            return false;
        }
        buffer = source;
        offset = start;
        length = count;
        headerLength = header;
        payloadLength = count - header - padding;
        return true;
    }

    private static int headerLength(byte[] source, int start, int count) {
        int header = MINIMAL_HEADER_LENGTH + 4 * (source[start] & 0x0F);
        if ((source[start] & 0x10) == 0) {
            return header <= count ? header : -1;
        }
        if (header + 4 > count) {
            return -1;
        }
        int withExtension = header + 4 + 4 * NetworkOrder.uint16(source, start + header + 2);
        return withExtension <= count ? withExtension : -1;
    }

    /**
     * Begins a packet of our own: writes a minimal header, all fields 0, which the setters fill.
     *
     * @param target where to write; not copied
     * @param start where the packet begins
     * @param payload octets of the payload, which the caller writes at {@link #payloadOffset()}
     * @return this
     */
    public RtpPacket format(byte[] target, int start, int payload) {
        buffer = target;
        offset = start;
        headerLength = MINIMAL_HEADER_LENGTH;
        payloadLength = payload;
        length = MINIMAL_HEADER_LENGTH + payload;
        buffer[start] = (byte) 0x80;
        for (int i = 1; i < MINIMAL_HEADER_LENGTH; i++) {
            buffer[start + i] = 0;
        }
        return this;
    }

    /**
     * The array behind the view.
     *
     * @return not a copy
     */
    public byte[] buffer() {
        return buffer;
    }

    /**
     * Where the packet begins in {@link #buffer()}.
     *
     * @return an index
     */
    public int offset() {
        return offset;
    }

    /**
     * The whole packet's size.
     *
     * @return octets, header and padding included
     */
    public int length() {
        return length;
    }

    /**
     * The header's size.
     *
     * @return octets, CSRCs and extension included
     */
    public int headerLength() {
        return headerLength;
    }

    /**
     * Where the payload begins in {@link #buffer()}.
     *
     * @return an index
     */
    public int payloadOffset() {
        return offset + headerLength;
    }

    /**
     * The payload's size.
     *
     * @return octets, without padding
     */
    public int payloadLength() {
        return payloadLength;
    }

    /**
     * The payload type.
     *
     * @return 0 to 127
     */
    public int payloadType() {
        return buffer[offset + 1] & 0x7F;
    }

    /**
     * The marker bit: for audio the start of a talk spurt (RFC 3551 section 4.1).
     *
     * @return true if set
     */
    public boolean marker() {
        return (buffer[offset + 1] & 0x80) != 0;
    }

    /**
     * The sequence number.
     *
     * @return 0 to 65535
     */
    public int sequenceNumber() {
        return NetworkOrder.uint16(buffer, offset + 2);
    }

    /**
     * The timestamp, in ticks of the payload type's clock rate.
     *
     * @return 32 bits, unsigned; compare by the sign of the difference
     */
    public int timestamp() {
        return NetworkOrder.int32(buffer, offset + 4);
    }

    /**
     * The synchronisation source.
     *
     * @return 32 bits
     */
    public int ssrc() {
        return NetworkOrder.int32(buffer, offset + 8);
    }

    /**
     * Sets the payload type in the buffer.
     *
     * @param payloadType 0 to 127
     * @return this
     */
    public RtpPacket payloadType(int payloadType) {
        buffer[offset + 1] = (byte) ((buffer[offset + 1] & 0x80) | (payloadType & 0x7F));
        return this;
    }

    /**
     * Sets the marker bit in the buffer.
     *
     * @param marker the bit
     * @return this
     */
    public RtpPacket marker(boolean marker) {
        buffer[offset + 1] = (byte) ((buffer[offset + 1] & 0x7F) | (marker ? 0x80 : 0));
        return this;
    }

    /**
     * Sets the sequence number in the buffer.
     *
     * @param sequenceNumber the lower 16 bits are used
     * @return this
     */
    public RtpPacket sequenceNumber(int sequenceNumber) {
        NetworkOrder.put16(buffer, offset + 2, sequenceNumber);
        return this;
    }

    /**
     * Sets the timestamp in the buffer.
     *
     * @param timestamp 32 bits
     * @return this
     */
    public RtpPacket timestamp(int timestamp) {
        NetworkOrder.put32(buffer, offset + 4, timestamp);
        return this;
    }

    /**
     * Sets the synchronisation source in the buffer.
     *
     * @param ssrc 32 bits
     * @return this
     */
    public RtpPacket ssrc(int ssrc) {
        NetworkOrder.put32(buffer, offset + 8, ssrc);
        return this;
    }

    /**
     * The sender's audio level (RFC 6464).
     *
     * @param extensionId as negotiated, 1 to 255
     * @return 0 (loudest) to 127 (silence), in -dBov; -1 if the packet does not carry it
     */
    public int audioLevel(int extensionId) {
        int at = extension(extensionId);
        return at < 0 ? -1 : buffer[at] & 0x7F;
    }

    /** Finds the first octet of a header extension element (RFC 8285), or -1. */
    private int extension(int extensionId) {
        if ((buffer[offset] & 0x10) == 0) {
            return -1;
        }
        int start = offset + MINIMAL_HEADER_LENGTH + 4 * (buffer[offset] & 0x0F);
        int profile = NetworkOrder.uint16(buffer, start);
        int end = offset + headerLength;
        if (profile == ONE_BYTE_PROFILE) {
            return oneByteElement(start + 4, end, extensionId);
        }
        if ((profile & 0xFFF0) == TWO_BYTE_PROFILE) {
            return twoByteElement(start + 4, end, extensionId);
        }
        return -1;
    }

    /** RFC 8285 section 4.2: 4 bits of id, 4 bits of length - 1; id 15 ends the list. */
    private int oneByteElement(int start, int end, int extensionId) {
        int at = start;
        while (at < end) {
            int id = (buffer[at] >> 4) & 0x0F;
            int size = id == 0 ? 0 : (buffer[at] & 0x0F) + 1;
            if (id == 15 || at + 1 + size > end) {
                return -1;
            }
            if (id != 0 && id == extensionId) {
                return at + 1;
            }
            at += 1 + size;
        }
        return -1;
    }

    /** RFC 8285 section 4.3: an octet of id, an octet of length. */
    private int twoByteElement(int start, int end, int extensionId) {
        int at = start;
        while (at < end) {
            int id = buffer[at] & 0xFF;
            if (id == 0) {
                at++;
                continue;
            }
            if (at + 2 > end || at + 2 + (buffer[at + 1] & 0xFF) > end) {
                return -1;
            }
            if (id == extensionId) {
                return buffer[at + 1] == 0 ? -1 : at + 2;
            }
            at += 2 + (buffer[at + 1] & 0xFF);
        }
        return -1;
    }
}
