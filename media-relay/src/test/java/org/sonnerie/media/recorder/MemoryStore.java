package org.sonnerie.media.recorder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A disk that is full after some pages. */
final class MemoryStore implements PageStore {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final int room;
    private int appended;
    private boolean closed;

    MemoryStore() {
        this(Integer.MAX_VALUE);
    }

    MemoryStore(int room) {
        this.room = room;
    }

    @Override
    public void append(byte[] pages) throws IOException {
        if (closed || appended == room) {
            throw new IOException("no space left");
        }
        appended++;
        content.writeBytes(pages);
    }

    byte[] content() {
        return content.toByteArray();
    }

    boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
