package org.sonnerie.media.mixer;

import java.util.Arrays;
import org.sonnerie.media.audio.Frames;

/**
 * Sums one frame of each voice heard in a room, so that nobody hears himself (N-1; RFC 7667 section
 * 3.6.1). Sums in 32 bits and saturates only what is handed out. For each tick: {@link #begin},
 * {@link #add} for each voice, then {@link #everybody} and {@link #everybodyBut} as often as
 * needed. Not thread safe.
 */
public final class ConferenceMixer {
    private final int[] sum;
    private int voices;

    /**
     * A mixer for frames of one length.
     *
     * @param samples samples in a frame
     */
    public ConferenceMixer(int samples) {
        this.sum = new int[samples];
    }

    /** Forgets the frame before. */
    public void begin() {
        Arrays.fill(sum, 0);
        voices = 0;
    }

    /**
     * Adds a voice.
     *
     * @param frame a full frame; read, not kept
     */
    public void add(short[] frame) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += frame[i];
        }
        voices++;
    }

    /**
     * What all hear who are not in the mix themselves.
     *
     * @param out receives a full frame
     */
    public void everybody(short[] out) {
        for (int i = 0; i < sum.length; i++) {
            out[i] = Frames.saturate(sum[i]);
        }
    }

    /**
     * What one of the voices hears: all but his own.
     *
     * @param own the frame that he added, unchanged
     * @param out receives a full frame
     */
    public void everybodyBut(short[] own, short[] out) {
        for (int i = 0; i < sum.length; i++) {
            out[i] = Frames.saturate(sum[i] - own[i]);
        }
    }

    /**
     * How many voices are in this frame's mix.
     *
     * @return 0 if all is silent
     */
    public int voices() {
        return voices;
    }
}
