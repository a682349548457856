package org.sonnerie.media.player;

import java.util.Arrays;

/** A sound as samples, for mixing. Not changed once made, shared by all. */
final class PcmSound implements Playable {
    private final short[] samples;
    private final int samplesPerFrame;
    private final int frames;
    private final int loopStart;
    private final Ending ending;

    PcmSound(short[] samples, int samplesPerFrame, int loopStart, Ending ending) {
        this(samples, samplesPerFrame, samples.length / samplesPerFrame, loopStart, ending);
    }

    private PcmSound(
            short[] samples, int samplesPerFrame, int frames, int loopStart, Ending ending) {
        this.samples = samples;
        this.samplesPerFrame = samplesPerFrame;
        this.frames = frames;
        this.loopStart = loopStart;
        this.ending = ending;
    }

    static PcmSound silence(int samplesPerFrame, int frames) {
        return new PcmSound(new short[0], samplesPerFrame, frames, 0, Ending.ENDS);
    }

    /** A frame of silence in place of what is not there yet. */
    static PcmSound waiting(int samplesPerFrame) {
        return new PcmSound(new short[0], samplesPerFrame, 1, 0, Ending.WAITS);
    }

    void copy(int frame, short[] pcm) {
        int start = frame * samplesPerFrame;
        if (start + samplesPerFrame > samples.length) {
            Arrays.fill(pcm, 0, samplesPerFrame, (short) 0);
        } else {
            System.arraycopy(samples, start, pcm, 0, samplesPerFrame);
        }
    }

    int samplesPerFrame() {
        return samplesPerFrame;
    }

    boolean isSilent(int frame) {
        int start = frame * samplesPerFrame;
        for (int i = start; i < start + samplesPerFrame; i++) {
            if (samples[i] != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int frames() {
        return frames;
    }

    @Override
    public int loopStart() {
        return loopStart;
    }

    @Override
    public Ending ending() {
        return ending;
    }
}
