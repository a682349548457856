package org.sonnerie.media.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * Puts packets into a stream (RFC 4571 section 2) that may take them slowly: what it does not take
 * at once waits, whole packets that find no room are refused, and never is half a packet lost.
 * Owned by one thread at a time.
 */
final class FrameWriter {
    /** Old sound is of no use: what the kernel holds is more than is good already. */
    static final int WAITING_BYTES = 4_096;

    private static final int LENGTH_OCTETS = 2;

    private final WritableByteChannel stream;
    private final ByteBuffer waiting = ByteBuffer.allocate(WAITING_BYTES);

    FrameWriter(WritableByteChannel stream) {
        this.stream = stream;
    }

    /**
     * Writes a packet, or keeps it until there is room.
     *
     * @return false: the other side is too slow, and nothing of it was or will be written
     * @throws IOException if the stream is broken
     */
    boolean write(byte[] buffer, int offset, int length) throws IOException {
        flush();
        if (waiting.remaining() < LENGTH_OCTETS + length) {
            return false;
        }
        waiting.putShort((short) length).put(buffer, offset, length);
        flush();
        return true;
    }

    /**
     * Writes what waits, as far as it goes.
     *
     * @throws IOException if the stream is broken
     */
    void flush() throws IOException {
        if (waiting.position() > 0) {
            waiting.flip();
            try {
                stream.write(waiting);
            } finally {
                waiting.compact();
            }
        }
    }
}
