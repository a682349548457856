package org.sonnerie.pbx.readiness;

import java.time.Instant;
import java.util.Optional;

/**
 * The last check of a person's phone.
 *
 * @param at when, by the server's clock
 * @param rating how it came out
 * @param problem what most stands in the way; empty where nothing does
 * @param sound what was measured; empty where no sound came back
 */
public record ReadinessResult(
        Instant at,
        ReadinessRating rating,
        Optional<ReadinessProblem> problem,
        Optional<Sound> sound) {
    private static final int ALL_PERMILLE = 1000;
    private static final int LONGEST_MILLIS = 60_000;

    /**
     * What was measured on the way to the relay and back.
     *
     * @param lostPermille the worse of both ways, 0 to 1000
     * @param roundTripMillis there and back, 0 to 60,000
     * @param tcp false: by UDP
     */
    public record Sound(int lostPermille, int roundTripMillis, boolean tcp) {
        /** Checks the ranges. */
        public Sound {
            boolean sound =
                    lostPermille >= 0
                            && lostPermille <= ALL_PERMILLE
                            && roundTripMillis >= 0
                            && roundTripMillis <= LONGEST_MILLIS;
            if (!sound) {
                throw new IllegalArgumentException("measured values");
            }
        }
    }

    /** Refuses a result that contradicts itself. */
    public ReadinessResult {
        if (rating == ReadinessRating.GOOD == problem.isPresent()) {
            throw new IllegalArgumentException("a good result has no problem, any other has one");
        }
    }
}
