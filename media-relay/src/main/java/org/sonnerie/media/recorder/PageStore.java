package org.sonnerie.media.recorder;

import java.io.Closeable;
import java.io.IOException;

/** Where pages are kept for good. Owned by one thread. */
interface PageStore extends Closeable {
    /** Appends pages; they are on the disk when this returns. */
    void append(byte[] pages) throws IOException;

    /** The last page is on the disk, and so is the file's name. */
    @Override
    void close() throws IOException;

    /** Makes a new store; fails if there is one already. */
    @FunctionalInterface
    interface Opening {
        PageStore open() throws IOException;
    }
}
