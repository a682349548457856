package org.sonnerie.e2e.sound;

import java.util.ArrayList;
import java.util.List;

/**
 * A tone of call progress or a beep, found by Goertzel's algorithm in frames of 20 ms.
 *
 * @param frequenciesHz one, or those that sound together
 */
public record Tone(List<Integer> frequenciesHz) {
    private static final int FRAME = Reference.RATE_HZ / 50;
    private static final int FRAME_MILLIS = 20;
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
     * Its rhythm: how long it was on and off by turns, without the first and the last stretch,
     * which may be cut.
     *
     * @param sound 8 kHz
     * @return milliseconds, positive for on, negative for off
     */
    public List<Integer> rhythm(short[] sound) {
        List<Integer> stretches = new ArrayList<>();
        int frames = sound.length / FRAME;
        int length = 0;
        boolean before = false;
        for (int i = 0; i < frames; i++) {
            boolean on = isOn(sound, i * FRAME);
            if (i > 0 && on != before) {
                stretches.add(before ? length : -length);
                length = 0;
            }
            length += FRAME_MILLIS;
            before = on;
        }
        return stretches.isEmpty() ? stretches : stretches.subList(1, stretches.size());
    }

    private boolean isOn(short[] sound, int from) {
        double energy = 0;
        for (int i = from; i < from + FRAME; i++) {
            energy += (double) sound[i] * sound[i];
        }
        if (energy < AUDIBLE_RMS * AUDIBLE_RMS * FRAME) {
            return false;
        }
        double inTone = 0;
        for (int frequencyHz : frequenciesHz) {
            inTone += goertzel(sound, from, frequencyHz);
        }
        return inTone / energy > PURE;
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
