package org.sonnerie.e2e.sound;

import java.util.Random;

/**
 * What one person says: for each of 15 seconds 0.9 s of a tone that glides between random pitches
 * within 300-3200 Hz, then 0.1 s of nothing; over and over. No two seconds of it are alike, and no
 * two voices.
 *
 * @param name who
 * @param seed another one for each person
 * @param spokenSeconds of each second, 0 to 1: 0.9 usually
 */
public record Voice(String name, long seed, double spokenSeconds) {
    /** After this it begins again. */
    public static final int SECONDS = 15;

    private static final double LOWEST_HZ = 300;
    private static final double HIGHEST_HZ = 3200;
    private static final double AMPLITUDE = 9000;
    private static final double FADE_SECONDS = 0.01;
    private static final double GLIDE_SECONDS = 0.15;
    private static final int PITCHES = 8;

    /**
     * Somebody who speaks.
     *
     * @param name who
     * @param seed another one for each person
     */
    public Voice(String name, long seed) {
        this(name, seed, 0.9);
    }

    /**
     * Somebody who does not.
     *
     * @param name who
     * @return silence
     */
    public static Voice silent(String name) {
        return new Voice(name, 0, 0);
    }

    /**
     * The same voice without pauses, for measuring when sound begins.
     *
     * @return it never stops
     */
    public Voice steady() {
        return new Voice(name, seed, 1);
    }

    /**
     * All of it, once.
     *
     * @param rateHz samples a second
     * @return 16-bit mono, 15 s
     */
    public short[] samples(int rateHz) {
        short[] all = new short[SECONDS * rateHz];
        Random random = new Random(seed * 7919 + name.hashCode());
        for (int second = 0; spokenSeconds > 0 && second < SECONDS; second++) {
            double[] pitches = random.doubles(PITCHES, LOWEST_HZ, HIGHEST_HZ).toArray();
            glide(pitches, all, second * rateHz, rateHz);
        }
        return all;
    }

    private void glide(double[] pitchesHz, short[] into, int offset, int rateHz) {
        int length = (int) Math.round(spokenSeconds * rateHz);
        double phase = 0;
        for (int i = 0; i < length; i++) {
            double seconds = (double) i / rateHz;
            double place = seconds / GLIDE_SECONDS;
            int from = Math.min((int) place, PITCHES - 2);
            double pitchHz =
                    pitchesHz[from] + (place - from) * (pitchesHz[from + 1] - pitchesHz[from]);
            phase += 2 * Math.PI * pitchHz / rateHz;
            double left = Math.min(seconds, spokenSeconds - seconds);
            double fade = spokenSeconds < 1 ? Math.min(1, left / FADE_SECONDS) : 1;
            into[offset + i] = (short) Math.round(AMPLITUDE * fade * Math.sin(phase));
        }
    }
}
