package org.sonnerie.media.codec;

/**
 * Fills gaps in 8 kHz speech: repeats the last pitch period, fades out within 60 ms, and fades over
 * into what comes after the gap. Owned by one thread.
 */
final class WaveformRepetition {
    private static final int HISTORY = 400;
    private static final int SHORTEST_PERIOD = 40;
    private static final int LONGEST_PERIOD = 120;
    private static final int COMPARED = 160;
    private static final int OVERLAP = 40;
    private static final int FADE_START = 80;
    private static final int FADE_END = 480;

    private final short[] history = new short[HISTORY];
    private int period;
    private int filled;

    /** Notes decoded sound and, after a gap, fades its beginning in over the repetition. */
    void onSound(short[] pcm, int samples) {
        if (filled > 0) {
            int overlap = Math.min(OVERLAP, samples);
            for (int i = 0; i < overlap; i++) {
                int made = next();
                pcm[i] = (short) ((made * (overlap - i) + pcm[i] * i) / overlap);
            }
            filled = 0;
        }
        int kept = Math.min(samples, HISTORY);
        System.arraycopy(history, kept, history, 0, HISTORY - kept);
        System.arraycopy(pcm, samples - kept, history, HISTORY - kept, kept);
    }

    void fill(short[] pcm, int samples) {
        if (filled == 0) {
            period = pitchPeriod();
        }
        for (int i = 0; i < samples; i++) {
            pcm[i] = (short) next();
        }
    }

    private int next() {
        int sample = history[HISTORY - period + filled % period];
        int gain = Math.clamp(FADE_END - filled, 0, FADE_END - FADE_START);
        filled = Math.min(filled + 1, FADE_END + HISTORY);
        return sample * gain / (FADE_END - FADE_START);
    }

    /** The lag at which the newest samples best resemble those before (normalised correlation). */
    private int pitchPeriod() {
        int best = LONGEST_PERIOD;
        double bestLikeness = 0;
        for (int lag = SHORTEST_PERIOD; lag <= LONGEST_PERIOD; lag++) {
            long product = 0;
            long energy = 1;
            for (int i = HISTORY - COMPARED; i < HISTORY; i++) {
                product += (long) history[i] * history[i - lag];
                energy += (long) history[i - lag] * history[i - lag];
            }
            double likeness = (double) product / Math.sqrt((double) energy);
            if (likeness > bestLikeness) {
                bestLikeness = likeness;
                best = lag;
            }
        }
        return best;
    }
}
