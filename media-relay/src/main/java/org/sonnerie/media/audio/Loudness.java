package org.sonnerie.media.audio;

import java.util.Arrays;

/** The programme loudness of a mono sound at 48 kHz (ITU-R BS.1770: weighted, gated). */
public final class Loudness {
    /** The rate of what is measured. */
    public static final int SAMPLE_RATE_HZ = 48_000;

    private static final int BLOCK = SAMPLE_RATE_HZ * 2 / 5;
    private static final int STEP = BLOCK / 4;
    private static final double OFFSET_DB = -0.691;
    private static final double SILENT_LUFS = -70;
    private static final double RELATIVE_GATE_DB = -10;

    // The head's effect, then the ear's low end: numerators and denominators for 48 kHz.
    private static final double[] HEAD = {
        1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585
    };
    private static final double[] LOW_END = {1, -2, 1, -1.99004745483398, 0.99007225036621};

    private Loudness() {}

    /**
     * Measures a sound.
     *
     * @param sound mono at {@link #SAMPLE_RATE_HZ}, at least 0.4 s of it
     * @return LUFS; minus infinity for silence
     */
    public static double lufs(short[] sound) {
        double[] weighted = new double[sound.length];
        for (int i = 0; i < sound.length; i++) {
            weighted[i] = sound[i] / 32_768.0;
        }
        double[] blocks = blocks(filtered(filtered(weighted, HEAD), LOW_END));
        double absolute = lufs(gated(blocks, SILENT_LUFS));
        return lufs(gated(blocks, absolute + RELATIVE_GATE_DB));
    }

    private static double[] filtered(double[] in, double[] c) {
        double[] out = new double[in.length];
        for (int i = 2; i < in.length; i++) {
            out[i] = c[0] * in[i] + c[1] * in[i - 1] + c[2] * in[i - 2];
            out[i] -= c[3] * out[i - 1] + c[4] * out[i - 2];
        }
        return out;
    }

    /** The power of each 400 ms, one every 100 ms. */
    private static double[] blocks(double[] weighted) {
        double[] powers = new double[(weighted.length - BLOCK) / STEP + 1];
        for (int block = 0; block < powers.length; block++) {
            int from = block * STEP;
            double sum = 0;
            for (int i = from; i < from + BLOCK; i++) {
                sum += weighted[i] * weighted[i];
            }
            powers[block] = sum / BLOCK;
        }
        return powers;
    }

    private static double gated(double[] blocks, double gateLufs) {
        return Arrays.stream(blocks).filter(power -> lufs(power) > gateLufs).average().orElse(0);
    }

    private static double lufs(double power) {
        return OFFSET_DB + 10 * Math.log10(power);
    }
}
