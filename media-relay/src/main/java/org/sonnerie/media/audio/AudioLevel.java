package org.sonnerie.media.audio;

/**
 * The level of a frame as RFC 6464 section 3 and RFC 6465 appendix A count it: 0 is the loudest (0
 * dBov), 127 is silence, each step 1 dB.
 */
public final class AudioLevel {
    /** Digital silence. */
    public static final int SILENCE = 127;

    private static final double FULL_SCALE_SQUARED = 32_767.0 * 32_767.0;

    private AudioLevel() {}

    /**
     * Measures a frame.
     *
     * @param pcm the frame; read, not kept
     * @param samples how many samples count, at least 1
     * @return 0 (loudest) to 127 (silence)
     */
    public static int of(short[] pcm, int samples) {
        long energy = energy(pcm, samples);
        if (energy == 0) {
            return SILENCE;
        }
        double decibels = 10 * Math.log10(energy / (samples * FULL_SCALE_SQUARED));
        return Math.clamp(Math.round(-decibels), 0, SILENCE);
    }

    /** The sum of the squares. */
    static long energy(short[] pcm, int samples) {
        long energy = 0;
        for (int i = 0; i < samples; i++) {
            energy += (long) pcm[i] * pcm[i];
        }
        return energy;
    }
}
