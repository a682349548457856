package org.sonnerie.media.api;

import java.io.IOException;
import java.nio.file.Path;

/** Makes what the relay recorded into what other programs read. Thread safe. */
public interface SoundExporter {
    /**
     * A recording as a WAV file: 16-bit PCM at 16 kHz, of a call left and right. It is decoded
     * while it is read, twenty milliseconds at a time.
     *
     * @param oggOpus a file the relay wrote, as far as it is undamaged
     * @return the WAV file; the other one must stay where it is
     * @throws IOException if it cannot be read
     */
    ExportedSound wav(Path oggOpus) throws IOException;
}
