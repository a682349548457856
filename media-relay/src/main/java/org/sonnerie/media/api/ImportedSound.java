package org.sonnerie.media.api;

import java.time.Duration;

/** A sound that was made into one of the relay's own kind: Ogg Opus, mono, 20 ms a packet. */
public final class ImportedSound {
    private final byte[] oggOpus;
    private final Duration length;

    /**
     * A sound.
     *
     * @param oggOpus the file; kept, not copied
     * @param length how long it is heard
     */
    public ImportedSound(byte[] oggOpus, Duration length) {
        this.oggOpus = oggOpus;
        this.length = length;
    }

    /**
     * The file.
     *
     * @return its octets, a copy
     */
    public byte[] oggOpus() {
        return oggOpus.clone();
    }

    /**
     * How long it is heard.
     *
     * @return to the millisecond
     */
    public Duration length() {
        return length;
    }
}
