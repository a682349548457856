package org.sonnerie.media.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The sound of a sealed file, opened segment by segment. Not thread safe. */
final class SealedInput extends InputStream {
    private final SegmentReader segments;
    private ByteBuffer ready = ByteBuffer.allocate(0);

    SealedInput(SegmentReader segments) {
        this.segments = segments;
    }

    /** False: it is over. */
    private boolean fill() throws IOException {
        if (!ready.hasRemaining()) {
            ready = ByteBuffer.wrap(segments.read());
        }
        return ready.hasRemaining();
    }

    @Override
    public int read() throws IOException {
        return fill() ? ready.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, ready.remaining());
        ready.get(into, offset, taken);
        return taken;
    }

    @Override
    public long skip(long octets) throws IOException {
        long left = Math.max(0, octets);
        left -= leave(left);
        int next = segments.next();
        while (next > 0 && next <= left) {
            segments.pass();
            left -= next;
            next = segments.next();
        }
        if (left > 0 && fill()) {
            left -= leave(left);
        }
        return Math.max(0, octets) - left;
    }

    private int leave(long most) {
        int left = (int) Math.min(most, ready.remaining());
        ready.position(ready.position() + left);
        return left;
    }

    @Override
    public int available() {
        return ready.remaining();
    }

    @Override
    public void close() throws IOException {
        segments.close();
    }
}
