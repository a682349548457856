package org.sonnerie.media.fake;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.sonnerie.media.audio.Frames;

/**
 * A telephone without any other way than tones: what its keys sound like, by a table of its own.
 */
public final class Keypad implements Speech {
    private static final int AMPLITUDE = 8_000;
    private static final int ON_FRAMES = 4;
    private static final int FRAMES_PER_KEY = 8;

    private final Speech between;
    private final Queue<Character> keys = new ConcurrentLinkedQueue<>();
    private int frame;

    /** One whose owner says that while he presses nothing. */
    public Keypad(Speech between) {
        this.between = between;
    }

    /** Presses keys, 80 ms each. */
    public void press(String pressed) {
        pressed.chars().forEach(key -> keys.add((char) key));
    }

    @Override
    public void next(short[] pcm, boolean silent) {
        Character key = keys.peek();
        if (key == null) {
            between.next(pcm, silent);
            return;
        }
        int samples = Frames.samples(SAMPLE_RATE_HZ);
        Arrays.fill(pcm, 0, samples, (short) 0);
        if (frame < ON_FRAMES) {
            add(pcm, 0, samples, low(key), AMPLITUDE, frame * samples);
            add(pcm, 0, samples, high(key), AMPLITUDE, frame * samples);
        }
        frame++;
        if (frame == FRAMES_PER_KEY) {
            frame = 0;
            keys.remove();
        }
    }

    /** The lower tone of a key (ITU-T Q.23 table 1). */
    public static int low(char key) {
        return switch (key) {
            case '1', '2', '3', 'A' -> 697;
            case '4', '5', '6', 'B' -> 770;
            case '7', '8', '9', 'C' -> 852;
            default -> 941;
        };
    }

    /** The higher tone of a key (ITU-T Q.23 table 1). */
    public static int high(char key) {
        return switch (key) {
            case '1', '4', '7', '*' -> 1209;
            case '2', '5', '8', '0' -> 1336;
            case '3', '6', '9', '#' -> 1477;
            default -> 1633;
        };
    }

    /** Adds a sine to part of a sound. */
    public static void add(
            short[] sound, int from, int samples, double hertz, double amplitude, int phaseAt) {
        for (int i = 0; i < samples; i++) {
            double phase = 2 * Math.PI * hertz * (phaseAt + i) / SAMPLE_RATE_HZ;
            sound[from + i] =
                    Frames.saturate(
                            sound[from + i] + (int) Math.round(amplitude * Math.sin(phase)));
        }
    }
}
