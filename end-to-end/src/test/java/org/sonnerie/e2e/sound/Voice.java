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
 * @param timbre what a second of it is made of
 */
public record Voice(String name, long seed, double spokenSeconds, Timbre timbre) {
    /** After this it begins again. */
    public static final int SECONDS = 15;

    private static final double FADE_SECONDS = 0.01;

    /** What a second sounds like. */
    public enum Timbre {
        /** One pure tone that glides: the easiest to tell apart. */
        GLIDE,
        /** Vowels of a gliding pitch: what codecs that know speech are made for. */
        VOWELS
    }

    /**
     * Somebody who speaks.
     *
     * @param name who
     * @param seed another one for each person
     */
    public Voice(String name, long seed) {
        this(name, seed, 0.9, Timbre.GLIDE);
    }

    /**
     * Somebody who does not.
     *
     * @param name who
     * @return silence
     */
    public static Voice silent(String name) {
        return new Voice(name, 0, 0, Timbre.GLIDE);
    }

    /**
     * The same voice without pauses, for measuring when sound begins.
     *
     * @return it never stops
     */
    public Voice steady() {
        return new Voice(name, seed, 1, timbre);
    }

    /**
     * The same person saying vowels. Where packets are lost: after a loss SILK (RFC 6716) makes of
     * a pure tone what it never makes of speech.
     *
     * @return another timbre
     */
    public Voice vowels() {
        return new Voice(name, seed, spokenSeconds, Timbre.VOWELS);
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
            Syllables syllables = Syllables.of(timbre, random);
            say(syllables, all, second * rateHz, rateHz);
        }
        return all;
    }

    private void say(Syllables syllables, short[] into, int offset, int rateHz) {
        int length = (int) Math.round(spokenSeconds * rateHz);
        double phase = 0;
        for (int i = 0; i < length; i++) {
            double seconds = (double) i / rateHz;
            phase += 2 * Math.PI * syllables.pitchHz(seconds) / rateHz;
            double left = Math.min(seconds, spokenSeconds - seconds);
            double fade = spokenSeconds < 1 ? Math.min(1, left / FADE_SECONDS) : 1;
            into[offset + i] = (short) Math.round(fade * syllables.sample(seconds, phase));
        }
    }
}
