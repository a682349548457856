package org.sonnerie.media.fake;

/** What a peer says, at 8 kHz. */
public interface Speech {
    /** The sampling rate of all of it. */
    int SAMPLE_RATE_HZ = 8_000;

    /** Fills the next frame; a silent one takes its time all the same. */
    void next(short[] frame, boolean silent);
}
