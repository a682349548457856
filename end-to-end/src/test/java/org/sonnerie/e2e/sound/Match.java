package org.sonnerie.e2e.sound;

import java.util.Locale;

/**
 * How well a reference fits a second of a recording.
 *
 * @param lag samples at 8 kHz into the reference where it fits best, below 0 where a prompt begins
 *     within the second
 * @param ncc normalised cross-correlation there, 0 to 1
 * @param gainDb how much louder than the reference
 */
public record Match(int lag, double ncc, double gainDb) {
    static final Match NONE = new Match(0, 0, -180);

    /**
     * What is not the reference counts as noise.
     *
     * @return signal to noise in dB
     */
    public double snrDb() {
        double share = ncc * ncc;
        return 10 * Math.log10(share / Math.max(1e-9, 1 - share) + 1e-18);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f at %.2f s", ncc, lag / 8000.0);
    }
}
