package org.sonnerie.media.audio;

/**
 * Tells whether somebody talks, from the levels of his frames. Opens at the first loud frame, so
 * that no onset is cut, and closes after a hangover that covers the pauses between words. Not
 * thread safe.
 */
public final class TalkerDetector {
    /** Frames louder than this many dB below full scale are speech: a quiet room is at 60 to 70. */
    static final int SPEECH_LEVEL = 52;

    /** Half a second: words are not cut, and talkers do not change with each breath. */
    public static final int HANGOVER_FRAMES = 25;

    /** Each frame moves the loudness an eighth of the way: about 160 ms to follow a voice. */
    private static final int SMOOTHING = 8;

    private int openFrames;
    private int quietFrames;
    private double loudness = AudioLevel.SILENCE;

    /**
     * Takes the level of the next frame.
     *
     * @param level 0 (loudest) to 127 (silence), as {@link AudioLevel} counts
     * @return true while he talks
     */
    public boolean update(int level) {
        loudness += (level - loudness) / SMOOTHING;
        quietFrames = level <= SPEECH_LEVEL ? 0 : quietFrames + 1;
        openFrames = level <= SPEECH_LEVEL ? HANGOVER_FRAMES : Math.max(0, openFrames - 1);
        return talking();
    }

    /**
     * Whether he talks.
     *
     * @return true from a loud frame to the end of the hangover
     */
    public boolean talking() {
        return openFrames > 0;
    }

    /**
     * How long nobody has talked.
     *
     * @return frames since the last loud one, or since the beginning
     */
    public int quietFrames() {
        return quietFrames;
    }

    /**
     * The smoothed level, for comparing talkers.
     *
     * @return dB below full scale: smaller is louder
     */
    public double loudness() {
        return loudness;
    }
}
