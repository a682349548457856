package org.sonnerie.media.fake;

/** How much of one sound is in another: normalised correlation at the lag where it is greatest. */
public final class Likeness {
    private Likeness() {}

    /**
     * The best match of a piece.
     *
     * @param lag where in the whole the piece is found
     * @param correlation 1: the same but for its loudness; near 0: another sound
     */
    public record Match(int lag, double correlation) {}

    /** Looks for a piece of a heard sound in what was said. */
    public static Match find(short[] heard, int from, int samples, short[] said) {
        return find(heard, from, samples, said, 0, said.length - samples);
    }

    /** Looks for it between two lags. */
    public static Match find(
            short[] heard, int from, int samples, short[] said, int firstLag, int lastLag) {
        Match best = new Match(0, 0);
        for (int lag = Math.max(0, firstLag);
                lag <= Math.min(lastLag, said.length - samples);
                lag++) {
            double correlation = correlation(heard, from, said, lag, samples);
            if (correlation > best.correlation()) {
                best = new Match(lag, correlation);
            }
        }
        return best;
    }

    private static double correlation(short[] a, int aFrom, short[] b, int bFrom, int samples) {
        long product = 0;
        long powerA = 1;
        long powerB = 1;
        for (int i = 0; i < samples; i++) {
            product += (long) a[aFrom + i] * b[bFrom + i];
            powerA += (long) a[aFrom + i] * a[aFrom + i];
            powerB += (long) b[bFrom + i] * b[bFrom + i];
        }
        return product / Math.sqrt((double) powerA * powerB);
    }
}
