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
        double power = Math.sqrt((double) power(heard, from, from + samples) + 1);
        int last = Math.min(lastLag, said.length - samples);
        int first = Math.max(0, firstLag);
        long saidPower = power(said, first, first + samples);
        Match best = new Match(0, 0);
        for (int lag = first; lag <= last; lag++) {
            double product = product(heard, from, said, lag, samples);
            double correlation = product / power / Math.sqrt((double) saidPower + 1);
            if (correlation > best.correlation()) {
                best = new Match(lag, correlation);
            }
            if (lag < last) {
                saidPower += power(said, lag + samples, lag + samples + 1);
                saidPower -= power(said, lag, lag + 1);
            }
        }
        return best;
    }

    private static long power(short[] pcm, int from, int to) {
        long power = 0;
        for (int i = from; i < to; i++) {
            power += (long) pcm[i] * pcm[i];
        }
        return power;
    }

    private static long product(short[] a, int aFrom, short[] b, int bFrom, int samples) {
        long product = 0;
        for (int i = 0; i < samples; i++) {
            product += (long) a[aFrom + i] * b[bFrom + i];
        }
        return product;
    }
}
