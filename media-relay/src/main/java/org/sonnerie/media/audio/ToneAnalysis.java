package org.sonnerie.media.audio;

/**
 * Says whether the last 20 ms are nothing but the two tones of a key (ITU-T Q.24). Asked every
 * {@link #HOP} samples, for from the way a tone's phase goes on between two looks its frequency is
 * known to a fraction of a hertz. Owned by one thread.
 */
final class ToneAnalysis {
    static final int WINDOW = Frames.samples(DtmfDetector.SAMPLE_RATE_HZ);
    static final int HOP = WINDOW / 4;

    /** Accepted is at least 1.5 %, refused is at least 3.5 %. */
    private static final double MOST_DETUNED = 0.025;

    /** What is not of the two tones is less than this part of all: speech and music have more. */
    private static final double LEAST_SHARE = 0.8;

    /** Below this no closer look is worth it, however far the tones are from their frequency. */
    private static final double WORTH_A_LOOK = 0.4;

    /** Each tone: -36 dBm0, in the square of an amplitude. */
    private static final double FAINTEST = 362.0 * 362.0;

    /** Q.24: the high tone up to 4 dB above the low one, or 8 dB below it; and 1 dB more. */
    private static final double HIGH_ABOVE_LOW = Math.pow(10, 0.5);

    private static final double LOW_ABOVE_HIGH = Math.pow(10, 0.9);

    private static final double[] HANN = hann();
    private static final double HANN_SUM = WINDOW / 2.0;
    private static final double HANN_SQUARES = WINDOW * 3 / 8.0;

    private final double[] seen = new double[WINDOW];
    private final double[] phases = new double[2 * Dtmf.GROUP];
    private final double[] phasesBefore = new double[2 * Dtmf.GROUP];
    private final Goertzel line = new Goertzel();
    private boolean again;
    private double strongestPower;

    private static double[] hann() {
        double[] window = new double[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW);
        }
        return window;
    }

    /** What comes next does not follow what was seen last. */
    void restart() {
        again = false;
    }

    /**
     * Looks.
     *
     * @param samples a ring of the last {@link #WINDOW} samples
     * @param oldest where the oldest of them stands
     * @return the key, or {@link DtmfDetector#NOTHING}
     */
    char key(short[] samples, int oldest) {
        double energy = 0;
        for (int i = 0; i < WINDOW; i++) {
            seen[i] = samples[(oldest + i) % WINDOW] * HANN[i];
            energy += seen[i] * seen[i];
        }
        if (energy < FAINTEST * HANN_SQUARES / 2) {
            again = false;
            return DtmfDetector.NOTHING;
        }
        System.arraycopy(phases, 0, phasesBefore, 0, phases.length);
        boolean follows = again;
        again = true;
        int low = strongest(0);
        double power = strongestPower;
        int high = strongest(Dtmf.GROUP);
        power += strongestPower;
        boolean worth = follows && energyOf(power) > WORTH_A_LOOK * energy;
        return worth && areTones(low, high, energy)
                ? Dtmf.key(low, high - Dtmf.GROUP)
                : DtmfDetector.NOTHING;
    }

    private int strongest(int first) {
        int strongest = first;
        strongestPower = -1;
        for (int tone = first; tone < first + Dtmf.GROUP; tone++) {
            line.of(seen, Dtmf.hertz(tone));
            phases[tone] = line.phase();
            if (line.power() > strongestPower) {
                strongest = tone;
                strongestPower = line.power();
            }
        }
        return strongest;
    }

    private boolean areTones(int low, int high, double energy) {
        double lowHz = hertz(low);
        double highHz = hertz(high);
        if (isDetuned(lowHz, low) || isDetuned(highHz, high)) {
            return false;
        }
        double lowPower = power(lowHz);
        double highPower = power(highHz);
        return squaredAmplitude(Math.min(lowPower, highPower)) > FAINTEST
                && highPower < HIGH_ABOVE_LOW * lowPower
                && lowPower < LOW_ABOVE_HIGH * highPower
                && energyOf(lowPower + highPower) > LEAST_SHARE * energy;
    }

    /** The true frequency of what was seen near a tone. */
    private double hertz(int tone) {
        double turned = phases[tone] - phasesBefore[tone];
        double expected = 2 * Math.PI * Dtmf.hertz(tone) * HOP / DtmfDetector.SAMPLE_RATE_HZ;
        double more = Math.IEEEremainder(turned - expected, 2 * Math.PI);
        return Dtmf.hertz(tone) + more * DtmfDetector.SAMPLE_RATE_HZ / (2 * Math.PI * HOP);
    }

    private static boolean isDetuned(double hertz, int tone) {
        return Math.abs(hertz - Dtmf.hertz(tone)) > MOST_DETUNED * Dtmf.hertz(tone);
    }

    private double power(double hertz) {
        line.of(seen, hertz);
        return line.power();
    }

    private static double squaredAmplitude(double power) {
        return 4 * power / (HANN_SUM * HANN_SUM);
    }

    /** What a sine of that power in the spectrum has of the energy of the window. */
    private static double energyOf(double power) {
        return squaredAmplitude(power) * HANN_SQUARES / 2;
    }
}
