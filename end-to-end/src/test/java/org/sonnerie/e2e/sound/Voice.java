package org.sonnerie.e2e.sound;

import java.util.Random;

/**
 * What one person says: for each of 15 seconds 0.9 s of a tone that glides between random pitches
 * within 300-3200 Hz, then 0.1 s of nothing; over and over. No two seconds of it are alike, and no
 * two voices.
 *
 * @param name who
 * @param seed another one for each person
 */
public record Voice(String name, long seed) {
    /** After this it begins again. */
    public static final int SECONDS = 15;

    private static final double LOWEST_HZ = 300;
    private static final double HIGHEST_HZ = 3200;
    private static final double AMPLITUDE = 9000;
    private static final double FADE_SECONDS = 0.01;
    private static final double SPOKEN_SECONDS = 0.9;
    private static final double GLIDE_SECONDS = 0.15;
    private static final int PITCHES = 7;

    /**
     * All of it, once.
     *
     * @param rateHz samples a second
     * @return 16-bit mono, 15 s
     */
    public short[] samples(int rateHz) {
        short[] all = new short[SECONDS * rateHz];
        Random random = new Random(seed * 7919 + name.hashCode());
        for (int second = 0; second < SECONDS; second++) {
            double[] pitches = random.doubles(PITCHES, LOWEST_HZ, HIGHEST_HZ).toArray();
            glide(pitches, all, second * rateHz, rateHz);
        }
        return all;
    }

    private static void glide(double[] pitchesHz, short[] into, int offset, int rateHz) {
        int length = (int) Math.round(SPOKEN_SECONDS * rateHz);
        double phase = 0;
        for (int i = 0; i < length; i++) {
            double seconds = (double) i / rateHz;
            double place = seconds / GLIDE_SECONDS;
            int from = Math.min((int) place, PITCHES - 2);
            double pitchHz =
                    pitchesHz[from] + (place - from) * (pitchesHz[from + 1] - pitchesHz[from]);
            phase += 2 * Math.PI * pitchHz / rateHz;
            double left = Math.min(seconds, SPOKEN_SECONDS - seconds);
            double fade = Math.min(1, left / FADE_SECONDS);
            into[offset + i] = (short) Math.round(AMPLITUDE * fade * Math.sin(phase));
        }
    }
}
