package org.sonnerie.media.audio;

import java.util.Arrays;

/** The one shape of sound inside the relay: 20 ms of 16-bit mono samples in a {@code short[]}. */
public final class Frames {
    /** The length of a frame. */
    public static final int MILLIS = 20;

    /** The length of a frame. */
    public static final long NANOS = 20_000_000L;

    /** Frames in a second. */
    public static final int PER_SECOND = 50;

    private Frames() {}

    /**
     * The samples of one frame.
     *
     * @param sampleRateHz 8,000, 16,000 or 48,000
     * @return 160, 320 or 960
     */
    public static int samples(int sampleRateHz) {
        return sampleRateHz / PER_SECOND;
    }

    /**
     * Silences the start of a frame.
     *
     * @param pcm the frame
     * @param samples how many samples
     */
    public static void silence(short[] pcm, int samples) {
        Arrays.fill(pcm, 0, samples, (short) 0);
    }

    /**
     * Adds one frame to another.
     *
     * @param pcm read
     * @param to as long; becomes the sum
     */
    public static void add(short[] pcm, short[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = saturate(to[i] + pcm[i]);
        }
    }

    /**
     * The nearest value a 16-bit sample can have.
     *
     * @param value any sum of samples
     * @return it, or the end of the range it left
     */
    public static short saturate(int value) {
        return (short) Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
