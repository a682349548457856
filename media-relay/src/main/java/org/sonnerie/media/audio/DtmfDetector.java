package org.sonnerie.media.audio;

/**
 * Hears a telephone's keys in sound (ITU-T Q.23, Q.24), for lines that have no other way of telling
 * them: each key once, some 40 ms after it began. Owned by one thread.
 */
public final class DtmfDetector {
    /** Of the sound. */
    public static final int SAMPLE_RATE_HZ = 8_000;

    /** Says that there is no key. */
    static final char NOTHING = '\0';

    /** Looks in a row that show a key before it counts: a tone of 40 ms gives at least these. */
    private static final int LOOKS_TO_BEGIN = 4;

    /** Looks in a row without it that end a key: a gap of 10 ms does not, one of 40 ms does. */
    private static final int LOOKS_TO_END = 6;

    private final ToneAnalysis analysis = new ToneAnalysis();
    private final short[] last = new short[ToneAnalysis.WINDOW];
    private int at;
    private int missing = ToneAnalysis.WINDOW;

    private char pressed = NOTHING;
    private int looksWithout;
    private char candidate = NOTHING;
    private int looksWith;

    /** Takes the keys that are heard. */
    @FunctionalInterface
    public interface Keys {
        /**
         * A key began.
         *
         * @param key of {@code 0-9 * # A-D}
         */
        void pressed(char key);
    }

    /**
     * Hears what comes next.
     *
     * @param pcm 16-bit mono
     * @param samples how many
     * @param keys told of each key that begins
     */
    public void hear(short[] pcm, int samples, Keys keys) {
        for (int i = 0; i < samples; i++) {
            last[at] = pcm[i];
            at = (at + 1) % ToneAnalysis.WINDOW;
            if (--missing == 0) {
                missing = ToneAnalysis.HOP;
                seen(analysis.key(last, at), keys);
            }
        }
    }

    /** Some sound was lost. A key before and after it is one. */
    public void lost() {
        missing = ToneAnalysis.WINDOW;
        analysis.restart();
    }

    /** There was silence. */
    public void silence() {
        lost();
        pressed = NOTHING;
        candidate = NOTHING;
    }

    private void seen(char key, Keys keys) {
        if (key != NOTHING && key == pressed) {
            looksWithout = 0;
            candidate = NOTHING;
            return;
        }
        if (++looksWithout >= LOOKS_TO_END) {
            pressed = NOTHING;
        }
        looksWith = key == candidate ? looksWith + 1 : 1;
        candidate = key;
        if (key != NOTHING && looksWith == LOOKS_TO_BEGIN) {
            pressed = key;
            looksWithout = 0;
            keys.pressed(key);
        }
    }
}
