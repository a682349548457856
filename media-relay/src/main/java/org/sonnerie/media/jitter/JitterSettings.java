package org.sonnerie.media.jitter;

/**
 * The bounds within which a jitter buffer adapts.
 *
 * @param clockRateHz of the timestamps: 8000 or 48000
 * @param minimalDelayMillis waited at least, 0 to 200
 * @param maximalDelayMillis waited at most, up to 1000
 */
public record JitterSettings(int clockRateHz, int minimalDelayMillis, int maximalDelayMillis) {
    /** Checks the ranges. */
    public JitterSettings {
        boolean sound =
                clockRateHz >= 8000
                        && clockRateHz <= 48_000
                        && minimalDelayMillis >= 0
                        && minimalDelayMillis <= 200
                        && maximalDelayMillis >= minimalDelayMillis
                        && maximalDelayMillis <= 1000;
        if (!sound) {
            throw new IllegalArgumentException("jitter buffer settings out of range");
        }
    }

    /**
     * The usual bounds.
     *
     * @param clockRateHz of the timestamps
     * @return 10 to 240 ms
     */
    public static JitterSettings of(int clockRateHz) {
        return new JitterSettings(clockRateHz, 10, 240);
    }
}
