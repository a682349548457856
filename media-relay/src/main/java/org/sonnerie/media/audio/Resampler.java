package org.sonnerie.media.audio;

/**
 * Doubles or halves the sample rate (8 and 16 kHz) with a half-band FIR low-pass: 47 taps, of which
 * every second is zero but the middle one, so that one phase of a doubled signal is the signal
 * itself, delayed. Keeps history between frames; one per stream and direction. Not thread safe.
 */
public final class Resampler {
    /** Nonzero taps on each side of the middle. */
    private static final int SIDE = 12;

    private static final float[] TAPS = taps();

    private final boolean up;
    private final int history;
    private short[] line;

    private Resampler(boolean up) {
        this.up = up;
        this.history = up ? 2 * SIDE - 1 : 4 * SIDE - 2;
        this.line = new short[history + Frames.samples(16_000)];
    }

    /**
     * From 8 to 16 kHz.
     *
     * @return a resampler whose past is silence
     */
    public static Resampler doubling() {
        return new Resampler(true);
    }

    /**
     * From 16 to 8 kHz.
     *
     * @return a resampler whose past is silence
     */
    public static Resampler halving() {
        return new Resampler(false);
    }

    /**
     * Resamples one frame.
     *
     * @param in the samples; read, not kept
     * @param samples how many, even when halving
     * @param out receives twice or half as many; may be {@code in} only when halving
     * @return how many samples were written
     */
    public int process(short[] in, int samples, short[] out) {
        if (line.length < history + samples) {
            short[] longer = new short[history + samples];
            System.arraycopy(line, 0, longer, 0, history);
            line = longer;
        }
        System.arraycopy(in, 0, line, history, samples);
        int written = up ? doubled(samples, out) : halved(samples, out);
        System.arraycopy(line, samples, line, 0, history);
        return written;
    }

    private int doubled(int samples, short[] out) {
        for (int n = 0; n < samples; n++) {
            float between = 0;
            for (int j = 0; j < SIDE; j++) {
                between += TAPS[j] * (line[n + SIDE - 1 - j] + line[n + SIDE + j]);
            }
            out[2 * n] = line[n + SIDE - 1];
            out[2 * n + 1] = Frames.saturate(Math.round(2 * between));
        }
        return 2 * samples;
    }

    private int halved(int samples, short[] out) {
        int middle = 2 * SIDE - 1;
        for (int n = 0; n < samples / 2; n++) {
            float sum = 0.5f * line[2 * n + middle];
            for (int j = 0; j < SIDE; j++) {
                int away = 2 * j + 1;
                sum += TAPS[j] * (line[2 * n + middle - away] + line[2 * n + middle + away]);
            }
            out[n] = Frames.saturate(Math.round(sum));
        }
        return samples / 2;
    }

    /** A sinc at a quarter of the higher rate under a Blackman window, scaled to unity gain. */
    private static float[] taps() {
        double[] taps = new double[SIDE];
        double sum = 0;
        for (int j = 0; j < SIDE; j++) {
            int away = 2 * j + 1;
            double phase = Math.PI * away / (2.0 * SIDE);
            double window = 0.42 + 0.5 * Math.cos(phase) + 0.08 * Math.cos(2 * phase);
            taps[j] = Math.sin(Math.PI * away / 2) / (Math.PI * away) * window;
            sum += taps[j];
        }
        float[] scaled = new float[SIDE];
        for (int j = 0; j < SIDE; j++) {
            scaled[j] = (float) (taps[j] * 0.25 / sum);
        }
        return scaled;
    }
}
