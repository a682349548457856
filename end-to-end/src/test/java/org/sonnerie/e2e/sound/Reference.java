package org.sonnerie.e2e.sound;

import java.util.Arrays;

/**
 * A sound that may be heard, ready to be looked for: found in one second of a recording by
 * normalised cross-correlation at every lag (by Fourier transform).
 */
public final class Reference {
    /** Samples a second of everything that is compared. */
    public static final int RATE_HZ = 8000;

    /** The length of what is compared at a time. */
    public static final int WINDOW = RATE_HZ;

    /**
     * From this correlation on a voice counts as heard. Strangers reach 0.2, one of three who talk
     * at once 0.5, a single voice through Opus 0.9, through G.711 0.999.
     */
    private static final double HEARD = 0.32;

    private static final double PROMPT_HEARD = 0.65;

    /** A second that begins a little before a prompt, or ends a little after it, is found too. */
    private static final int PROMPT_MARGIN = RATE_HZ * 3 / 10;

    private final String name;
    private final double threshold;
    private final int lags;
    private final int before;
    private final Fft fft;
    private final double[] re;
    private final double[] im;
    private final double[] energyBefore;

    private Reference(String name, short[] all, int before, double threshold) {
        this.threshold = threshold;
        this.name = name;
        this.before = before;
        lags = all.length - WINDOW + 1;
        fft = new Fft(Math.max(2, Integer.highestOneBit(all.length - 1) * 2));
        re = new double[fft.size()];
        im = new double[fft.size()];
        energyBefore = new double[all.length + 1];
        for (int i = 0; i < all.length; i++) {
            re[i] = all[i];
            energyBefore[i + 1] = energyBefore[i] + (double) all[i] * all[i];
        }
        fft.transform(re, im);
    }

    /**
     * A person's voice.
     *
     * @param voice whose
     * @return ready to be looked for
     */
    public static Reference of(Voice voice) {
        return new Reference(voice.name(), wrapped(voice.samples(RATE_HZ)), 0, HEARD);
    }

    /**
     * A piece of music that is played over and over.
     *
     * @param name for reports
     * @param sound mono at {@link #RATE_HZ}
     * @return ready to be looked for
     */
    public static Reference ofMusic(String name, short[] sound) {
        return new Reference(name, wrapped(sound), 0, HEARD);
    }

    /**
     * A spoken prompt of at least a second. Two prompts of one speaker are far more alike than two
     * of our voices, but prompts come undamaged.
     *
     * @param name for reports
     * @param sound mono at {@link #RATE_HZ}
     * @return ready to be looked for
     */
    public static Reference ofPrompt(String name, short[] sound) {
        short[] all = new short[sound.length + 2 * PROMPT_MARGIN];
        System.arraycopy(sound, 0, all, PROMPT_MARGIN, sound.length);
        return new Reference(name, all, PROMPT_MARGIN, PROMPT_HEARD);
    }

    /**
     * From which correlation on it counts as heard.
     *
     * @return 0 to 1
     */
    public double threshold() {
        return threshold;
    }

    /**
     * What it is called in reports.
     *
     * @return a person's name or the sound's
     */
    public String name() {
        return name;
    }

    /**
     * Looks for it.
     *
     * @param window one second of a recording
     * @return the best place
     */
    public Match find(short[] window) {
        double energy = energy(window);
        if (energy == 0) {
            return Match.NONE;
        }
        double[] product = correlate(window);
        int best = 0;
        double bestNcc = 0;
        for (int lag = 0; lag < lags; lag++) {
            double here = energyBefore[lag + WINDOW] - energyBefore[lag];
            double ncc = here <= 0 ? 0 : Math.abs(product[lag]) / Math.sqrt(here * energy);
            if (ncc > bestNcc) {
                bestNcc = ncc;
                best = lag;
            }
        }
        double there = energyBefore[best + WINDOW] - energyBefore[best];
        double gain = there <= 0 ? 0 : Math.abs(product[best]) / there;
        return new Match(best - before, Math.min(1, bestNcc), 20 * Math.log10(gain + 1e-9));
    }

    /** IFFT(FFT(reference) x conj(FFT(window))): the product sums at each lag. */
    private double[] correlate(short[] window) {
        double[] wRe = new double[fft.size()];
        double[] wIm = new double[fft.size()];
        for (int i = 0; i < WINDOW; i++) {
            wRe[i] = window[i];
        }
        fft.transform(wRe, wIm);
        for (int i = 0; i < wRe.length; i++) {
            double r = re[i] * wRe[i] + im[i] * wIm[i];
            wIm[i] = (im[i] * wRe[i] - re[i] * wIm[i]) / fft.size();
            wRe[i] = r / fft.size();
        }
        // With real and imaginary parts exchanged the transform is its own inverse.
        fft.transform(wIm, wRe);
        return wRe;
    }

    private static double energy(short[] window) {
        if (window.length != WINDOW) {
            throw new IllegalArgumentException("a window has " + WINDOW + " samples");
        }
        double sum = 0;
        for (short sample : window) {
            sum += (double) sample * sample;
        }
        return sum;
    }

    private static short[] wrapped(short[] sound) {
        short[] all = Arrays.copyOf(sound, sound.length + WINDOW);
        System.arraycopy(sound, 0, all, sound.length, WINDOW);
        return all;
    }
}
