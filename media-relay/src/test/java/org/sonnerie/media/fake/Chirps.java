package org.sonnerie.media.fake;

import java.util.Arrays;
import java.util.Random;
import org.sonnerie.media.audio.Frames;

/**
 * Speech that can be recognised: each second a sweep between two random pitches and a short gap, no
 * two alike, others for each seed.
 */
public final class Chirps implements Speech {
    /** Then it begins again. */
    public static final int SECONDS = 20;

    private static final int AMPLITUDE = 6_000;
    private static final double SOUNDING = 0.9;

    private final short[] samples;
    private int position;

    public Chirps(long seed) {
        samples = samples(seed, SAMPLE_RATE_HZ, SECONDS);
    }

    /** The speech of a seed from its beginning. */
    public static short[] samples(long seed, int sampleRateHz, int seconds) {
        Random random = new Random(seed);
        short[] samples = new short[seconds * sampleRateHz];
        for (int second = 0; second < seconds; second++) {
            double from = 300 + random.nextDouble() * 2_900;
            double to = 300 + random.nextDouble() * 2_900;
            for (int i = 0; i < SOUNDING * sampleRateHz; i++) {
                double t = (double) i / sampleRateHz;
                double phase = 2 * Math.PI * (from + (to - from) * t / SOUNDING / 2) * t;
                samples[second * sampleRateHz + i] =
                        (short) Math.round(AMPLITUDE * Math.sin(phase));
            }
        }
        return samples;
    }

    /** All that a peer of that seed says, and once more. */
    public static short[] said(long seed) {
        short[] once = samples(seed, SAMPLE_RATE_HZ, SECONDS);
        short[] twice = Arrays.copyOf(once, 2 * once.length);
        System.arraycopy(once, 0, twice, once.length, once.length);
        return twice;
    }

    @Override
    public void next(short[] frame, boolean silent) {
        for (int i = 0; i < Frames.samples(SAMPLE_RATE_HZ); i++) {
            frame[i] = silent ? 0 : samples[position];
            position = (position + 1) % samples.length;
        }
    }
}
