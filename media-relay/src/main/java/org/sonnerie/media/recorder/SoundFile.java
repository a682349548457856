package org.sonnerie.media.recorder;

import java.io.IOException;
import java.time.Duration;

/** A file of sound being made, frame by frame. Does not close its store. Owned by one thread. */
interface SoundFile extends AutoCloseable {
    /** Adds 20 ms; {@code voice}: somebody talks. */
    void add(short[] pcm, boolean voice) throws IOException;

    /** Completes the file. */
    void end() throws IOException;

    /** How long the file sounds as far as it is on the disk. */
    Duration length();

    @Override
    void close();

    /** Begins one in an empty store. */
    @FunctionalInterface
    interface Making {
        SoundFile in(PageStore store) throws IOException;
    }
}
