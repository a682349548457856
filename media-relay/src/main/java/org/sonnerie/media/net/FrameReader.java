package org.sonnerie.media.net;

import java.nio.ByteBuffer;

/**
 * Takes packets out of a stream, however that is cut (RFC 4571 section 2):
 *
 * <pre>
 *  +----------------+------------------- - -
 *  | LENGTH, 16 bit | a packet of LENGTH octets
 *  +----------------+------------------- - -
 * </pre>
 *
 * <p>Holds one packet at most, and looks at its length before it takes anything of it. Pure; owned
 * by one thread.
 */
final class FrameReader {
    private static final int LENGTH_OCTETS = 2;

    private final byte[] packet = new byte[UdpSocket.BUFFER_BYTES];
    private int lengthOctets;
    private int length;
    private int have;

    /** How far it came. */
    enum Progress {
        /** A packet is whole; it stays until the next call. */
        PACKET,
        /** The rest of a packet is still to come. */
        INCOMPLETE,
        /** Longer than any packet of ours: the stream is of no use from here on. */
        TOO_LONG
    }

    /**
     * Goes on to the end of the next packet, or of what there is.
     *
     * @param stream what came; what is taken of it is passed
     * @return how far it came
     */
    Progress next(ByteBuffer stream) {
        if (lengthOctets == LENGTH_OCTETS && have == length) {
            lengthOctets = 0;
            length = 0;
            have = 0;
        }
        while (lengthOctets < LENGTH_OCTETS && stream.hasRemaining()) {
            length = (length << Byte.SIZE) | (stream.get() & 0xff);
            lengthOctets++;
        }
        if (length > UdpSocket.MAX_DATAGRAM_BYTES) {
            return Progress.TOO_LONG;
        }
        int part = lengthOctets < LENGTH_OCTETS ? 0 : Math.min(length - have, stream.remaining());
        stream.get(packet, have, part);
        have += part;
        return lengthOctets == LENGTH_OCTETS && have == length
                ? Progress.PACKET
                : Progress.INCOMPLETE;
    }

    /** What holds the packet, from 0 on, with tail room; may be changed until the next call. */
    byte[] packet() {
        return packet;
    }

    /** Its octets; 0 = the null packet, which says nothing. */
    int length() {
        return length;
    }
}
