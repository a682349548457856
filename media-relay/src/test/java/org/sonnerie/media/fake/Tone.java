package org.sonnerie.media.fake;

import org.sonnerie.media.audio.Frames;

/** An endless sine at 8 kHz, by which a voice is told from the others. */
public final class Tone implements Speech {
    private static final int AMPLITUDE = 6_000;

    private final int hertz;
    private long position;

    public Tone(int hertz) {
        this.hertz = hertz;
    }

    @Override
    public void next(short[] frame, boolean silent) {
        for (int i = 0; i < Frames.samples(SAMPLE_RATE_HZ); i++) {
            double phase = 2 * Math.PI * hertz * position++ / SAMPLE_RATE_HZ;
            frame[i] = silent ? 0 : (short) Math.round(AMPLITUDE * Math.sin(phase));
        }
    }
}
