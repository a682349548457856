package org.sonnerie.pbx.quality;

/**
 * The transmission rating of the E-model (ITU-T G.107) for what a relay can know: packet loss and
 * delay. Of the others the model's default values are taken, which leave 93.2 without any
 * impairment. Loss weighs as for G.711 with concealment (ITU-T G.113 appendix I: Ie 0, Bpl 25.1),
 * the only codec of ours that stands in there; delay as in the model's usual short form.
 */
final class Rating {
    /** Nothing is wrong. */
    static final double BEST = 93.2;

    /**
     * Below it some users are dissatisfied (ITU-T G.109): 4 % of loss, or 490 ms there and back.
     */
    static final double GOOD = 80;

    private static final double ROBUSTNESS = 25.1;
    private static final double WORST_IMPAIRMENT = 95;
    private static final double NOTICED_MILLIS = 177.3;

    private Rating() {}

    /** What loss takes off. */
    static double ofLoss(double percent) {
        return WORST_IMPAIRMENT * percent / (percent + ROBUSTNESS);
    }

    /** What delay takes off; half of the way there and back. */
    static double ofDelay(int roundTripMillis) {
        double oneWay = roundTripMillis / 2.0;
        return 0.024 * oneWay + 0.11 * Math.max(0, oneWay - NOTICED_MILLIS);
    }
}
