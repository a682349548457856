package org.sonnerie.media.audio;

/**
 * Plays keys as tones (ITU-T Q.23): 100 ms each, 100 ms apart, at the level of a telephone. Stepped
 * by 20 ms. Owned by one thread.
 */
public final class KeyTones {
    /** -9 and -7 dBm0 (Q.23 wants the high one 1 to 4 dB above the low one). */
    private static final double LOW_AMPLITUDE = 0.247 * Short.MAX_VALUE;

    private static final double HIGH_AMPLITUDE = 0.311 * Short.MAX_VALUE;

    private static final int SAMPLES = Frames.samples(DtmfDetector.SAMPLE_RATE_HZ);
    private static final int TONE_STEPS = 5;
    private static final int STEPS_PER_KEY = 10;
    private static final int RAMP_SAMPLES = 16;
    private static final int MOST_WAITING = 256;

    private final StringBuilder waiting = new StringBuilder();
    private int step;

    /**
     * Adds keys after those still being played; what exceeds 256 waiting ones is ignored.
     *
     * @param keys of {@code 0-9 * # A-D}
     * @throws IllegalArgumentException for any other letter
     */
    public void add(String keys) {
        if (!keys.chars().allMatch(key -> Dtmf.isKey((char) key))) {
            throw new IllegalArgumentException("not a key of a telephone");
        }
        waiting.append(keys, 0, Math.min(keys.length(), MOST_WAITING - waiting.length()));
    }

    /**
     * Whether keys, or the pause after one, are being played.
     *
     * @return true: nothing else is heard
     */
    public boolean active() {
        return !waiting.isEmpty();
    }

    /**
     * Plays the next 20 ms.
     *
     * @param pcm written into, 16-bit mono at {@link DtmfDetector#SAMPLE_RATE_HZ}
     * @return false: it is over, nothing was written
     */
    public boolean next(short[] pcm) {
        if (step == STEPS_PER_KEY) {
            waiting.deleteCharAt(0);
            step = 0;
        }
        if (waiting.isEmpty()) {
            return false;
        }
        if (step < TONE_STEPS) {
            tone(waiting.charAt(0), pcm);
        } else {
            Frames.silence(pcm, SAMPLES);
        }
        step++;
        return true;
    }

    private void tone(char key, short[] pcm) {
        for (int i = 0; i < SAMPLES; i++) {
            int at = step * SAMPLES + i;
            int left = Math.min(at, TONE_STEPS * SAMPLES - 1 - at);
            double edge = Math.min(1.0, (double) left / RAMP_SAMPLES);
            double sum = LOW_AMPLITUDE * sine(Dtmf.lowHz(key), at);
            sum += HIGH_AMPLITUDE * sine(Dtmf.highHz(key), at);
            pcm[i] = (short) Math.round(edge * sum);
        }
    }

    private static double sine(int hertz, int at) {
        return Math.sin(2 * Math.PI * hertz * at / DtmfDetector.SAMPLE_RATE_HZ);
    }
}
