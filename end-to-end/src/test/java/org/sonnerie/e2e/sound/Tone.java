package org.sonnerie.e2e.sound;

import java.util.List;

/**
 * A tone of call progress or a beep, found by Goertzel's algorithm in frames of 20 ms.
 *
 * @param frequenciesHz one, or those that sound together
 */
public record Tone(List<Integer> frequenciesHz) {
    private static final int FRAME = Reference.RATE_HZ / 50;
    private static final double PURE = 0.8;
    private static final double AUDIBLE_RMS = 100;

    /** Copies the list. */
    public Tone {
        frequenciesHz = List.copyOf(frequenciesHz);
    }

    /**
     * A tone.
     *
     * @param frequenciesHz those that sound together
     * @return it
     */
    public static Tone of(Integer... frequenciesHz) {
        return new Tone(List.of(frequenciesHz));
    }

    /**
     * How much of a sound is this tone and nothing else.
     *
     * @param sound 8 kHz
     * @return 0 to 1 of its frames
     */
    public double share(short[] sound) {
        int frames = sound.length / FRAME;
        int on = 0;
        for (int i = 0; i < frames; i++) {
            on += isOn(sound, i * FRAME) ? 1 : 0;
        }
        return frames == 0 ? 0 : (double) on / frames;
    }

    /**
     * Where something else than this is heard: neither silence nor this tone.
     *
     * @param recording from its beginning
     * @param frames of 20 ms it must last
     * @return the first sample of it
     */
    public int firstOther(Recording recording, int frames) {
        short[] sound = recording.part(0, recording.size());
        int row = 0;
        for (int at = 0; at + FRAME <= sound.length; at += FRAME) {
            row = isSilent(sound, at) || isOn(sound, at) ? 0 : row + 1;
            if (row == frames) {
                return at - (frames - 1) * FRAME;
            }
        }
        throw new AssertionError("nothing but " + this);
    }

    /** Whether nothing is to be heard in a frame of 20 ms. */
    static boolean isSilent(short[] sound, int from) {
        return energy(sound, from) < AUDIBLE_RMS * AUDIBLE_RMS * FRAME;
    }

    /** Whether a frame of 20 ms is this tone and nothing else. */
    boolean isOn(short[] sound, int from) {
        if (isSilent(sound, from)) {
            return false;
        }
        double inTone = 0;
        for (int frequencyHz : frequenciesHz) {
            inTone += goertzel(sound, from, frequencyHz);
        }
        return inTone / energy(sound, from) > PURE;
    }

    private static double energy(short[] sound, int from) {
        double energy = 0;
        for (int i = from; i < from + FRAME; i++) {
            energy += (double) sound[i] * sound[i];
        }
        return energy;
    }

    /** The energy at one frequency, in the unit of the sum of squares. */
    private static double goertzel(short[] sound, int from, int frequencyHz) {
        double turn = 2 * Math.PI * frequencyHz / Reference.RATE_HZ;
        double coefficient = 2 * Math.cos(turn);
        double s1 = 0;
        double s2 = 0;
        for (int i = from; i < from + FRAME; i++) {
            double s0 = sound[i] + coefficient * s1 - s2;
            s2 = s1;
            s1 = s0;
        }
        return (s1 * s1 + s2 * s2 - coefficient * s1 * s2) * 2 / FRAME;
    }
}
