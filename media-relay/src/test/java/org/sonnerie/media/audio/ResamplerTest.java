package org.sonnerie.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResamplerTest {
    private static final int FRAMES = 50;

    @Test
    void aSpeechToneKeepsItsLevelAndShapeWhenDoubled() {
        short[] out = run(Resampler.doubling(), tone(1_000, 8_000), 160);

        assertThat(out).hasSize(16_000);
        assertThat(amplitude(out, 1_000, 16_000)).isBetween(9_900.0, 10_100.0);
        assertThat(amplitude(out, 7_000, 16_000)).isLessThan(30);
    }

    @Test
    void aSpeechToneKeepsItsLevelWhenHalved() {
        short[] out = run(Resampler.halving(), tone(3_000, 16_000), 320);

        assertThat(out).hasSize(8_000);
        assertThat(amplitude(out, 3_000, 8_000)).isBetween(9_800.0, 10_200.0);
    }

    @Test
    void whatANarrowbandSignalCannotHoldIsRemovedWhenHalving() {
        short[] out = run(Resampler.halving(), tone(5_500, 16_000), 320);

        assertThat(amplitude(out, 2_500, 8_000)).isLessThan(60);
    }

    @Test
    void fullScaleSaturatesInsteadOfWrapping() {
        short[] square = new short[8_000];
        for (int i = 0; i < square.length; i++) {
            square[i] = i / 4 % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
        }

        short[] out = run(Resampler.doubling(), square, 160);

        for (int i = 100; i < out.length - 8; i += 16) {
            assertThat(Math.abs(out[i] - out[i + 1])).isLessThan(65_000);
        }
    }

    private static short[] run(Resampler resampler, short[] in, int samples) {
        short[] out = new short[in.length * 2];
        short[] frame = new short[samples];
        short[] resampled = new short[samples * 2];
        int written = 0;
        for (int at = 0; at + samples <= in.length; at += samples) {
            System.arraycopy(in, at, frame, 0, samples);
            int got = resampler.process(frame, samples, resampled);
            System.arraycopy(resampled, 0, out, written, got);
            written += got;
        }
        return java.util.Arrays.copyOf(out, written);
    }

    private static short[] tone(int hertz, int sampleRateHz) {
        short[] pcm = new short[Frames.samples(sampleRateHz) * FRAMES];
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] = (short) Math.round(10_000 * Math.sin(2 * Math.PI * hertz * i / sampleRateHz));
        }
        return pcm;
    }

    private static double amplitude(short[] pcm, int hertz, int sampleRateHz) {
        double cosine = 0;
        double sine = 0;
        int from = pcm.length / 2;
        for (int i = from; i < pcm.length; i++) {
            double phase = 2 * Math.PI * hertz * i / sampleRateHz;
            cosine += pcm[i] * Math.cos(phase);
            sine += pcm[i] * Math.sin(phase);
        }
        return 2 * Math.hypot(cosine, sine) / (pcm.length - from);
    }
}
