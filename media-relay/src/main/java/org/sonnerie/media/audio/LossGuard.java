package org.sonnerie.media.audio;

/**
 * Keeps a decoder that lost packets from shouting. Opus predicts a voice from its own past (SILK's
 * long-term prediction, RFC 6716 section 4.2.7.6); after a loss that past is a guess, and a very
 * even sound can grow to many times its level before the two sides agree again. For a second after
 * a loss nothing is louder than the voice has been. Not thread safe.
 */
public final class LossGuard {
    private static final int GUARDED_FRAMES = Frames.PER_SECOND;

    /** A voice may rise by 3 dB at once, as power. */
    private static final double RISE = 2;

    /** What the voice has been is forgotten at 3 dB a second. */
    private static final double FALL = Math.pow(2, -1.0 / Frames.PER_SECOND);

    /** While guarded, a voice that does grow louder is believed at 1 dB a second. */
    private static final double GROWTH = Math.pow(1.26, 1.0 / Frames.PER_SECOND);

    /** Whoever was quiet may begin to speak: up to 25 dB below full scale is never held back. */
    private static final double ALWAYS_ALLOWED = 1_842.0 * 1_842.0;

    private int guardedFrames;
    private double loudest;
    private double gain = 1;

    /** A frame was lost: what comes now is a guess, or rests on one. */
    public void lost() {
        guardedFrames = GUARDED_FRAMES;
    }

    /**
     * Takes the next decoded sound, and softens it if it is louder than can be.
     *
     * @param pcm 16-bit mono; changed in place
     * @param samples how many samples count, a frame or a few
     */
    public void hold(short[] pcm, int samples) {
        double power = (double) AudioLevel.energy(pcm, samples) / Math.max(1, samples);
        double wanted = 1;
        if (guardedFrames > 0) {
            guardedFrames--;
            double limit = Math.max(ALWAYS_ALLOWED, RISE * loudest);
            wanted = power > limit ? Math.sqrt(limit / power) : 1;
            loudest = Math.max(loudest, Math.min(power, loudest * GROWTH));
        } else {
            loudest = Math.max(power, loudest * FALL);
        }
        if (wanted < 1 || gain < 1) {
            glide(pcm, samples, wanted);
        }
    }

    /** From the frame before's gain to this one's: down at once, up without a step. */
    private void glide(short[] pcm, int samples, double wanted) {
        boolean down = wanted <= gain;
        for (int i = 0; i < samples; i++) {
            double now = down ? wanted : gain + (wanted - gain) * i / samples;
            pcm[i] = (short) Math.round(pcm[i] * now);
        }
        gain = wanted;
    }
}
