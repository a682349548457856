package org.sonnerie.e2e.sound;

import java.util.Arrays;
import java.util.Random;

/** One second of a voice: eight random sounds that glide into one another. */
final class Syllables {
    private static final double GLIDE_SECONDS = 0.15;
    private static final int COUNT = 8;

    private static final double TONE_AMPLITUDE = 9000;
    private static final double VOWEL_AMPLITUDE = 4500;
    private static final int HARMONICS = 14;

    /** A pitch in the middle of those that a voice has, to place the formants by. */
    private static final double MIDDLE_HZ = 170;

    private final double[] pitchesHz;
    private final double[][] harmonics;
    private final double amplitude;
    private final double dip;

    private Syllables(double[] pitchesHz, double[][] harmonics, double amplitude, double dip) {
        this.pitchesHz = pitchesHz;
        this.harmonics = harmonics;
        this.amplitude = amplitude;
        this.dip = dip;
    }

    /** The next second of a voice. */
    static Syllables of(Voice.Timbre timbre, Random random) {
        return switch (timbre) {
            case GLIDE -> tones(random);
            case VOWELS -> vowels(random);
        };
    }

    private static Syllables tones(Random random) {
        double[] pitches = random.doubles(COUNT, 300, 3200).toArray();
        double[][] pure = new double[COUNT][];
        Arrays.fill(pure, new double[] {1});
        return new Syllables(pitches, pure, TONE_AMPLITUDE, 0);
    }

    private static Syllables vowels(Random random) {
        double[] pitches = random.doubles(COUNT, 110, 230).toArray();
        double[][] vowels = new double[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            vowels[i] = vowel(300 + 500 * random.nextDouble(), 900 + 1500 * random.nextDouble());
        }
        return new Syllables(pitches, vowels, VOWEL_AMPLITUDE, 0.65);
    }

    /** The harmonics near two formants are strong. */
    private static double[] vowel(double firstHz, double secondHz) {
        double[] strengths = new double[HARMONICS];
        for (int h = 0; h < HARMONICS; h++) {
            double hz = MIDDLE_HZ * (h + 1);
            strengths[h] =
                    Math.exp(-Math.abs(hz - firstHz) / 300)
                            + 0.5 * Math.exp(-Math.abs(hz - secondHz) / 400)
                            + 0.05;
        }
        return strengths;
    }

    double pitchHz(double seconds) {
        int from = place(seconds);
        return between(pitchesHz[from], pitchesHz[from + 1], weight(seconds));
    }

    /** The sound at a moment, at the phase that the pitch has reached. */
    double sample(double seconds, double phase) {
        double[] from = harmonics[place(seconds)];
        double[] to = harmonics[place(seconds) + 1];
        double weight = weight(seconds);
        double sum = 0;
        for (int h = 0; h < from.length; h++) {
            sum += between(from[h], to[h], weight) * Math.sin((h + 1) * phase);
        }
        return amplitude * (1 - dip * (1 - Math.sin(Math.PI * weight))) * sum;
    }

    private static int place(double seconds) {
        return Math.min((int) (seconds / GLIDE_SECONDS), COUNT - 2);
    }

    private static double weight(double seconds) {
        return seconds / GLIDE_SECONDS - place(seconds);
    }

    private static double between(double from, double to, double weight) {
        return from + weight * (to - from);
    }
}
