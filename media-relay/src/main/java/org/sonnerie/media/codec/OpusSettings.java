package org.sonnerie.media.codec;

/**
 * How Opus encodes.
 *
 * @param bitsPerSecond 6000 to 128000
 * @param complexity 0 (cheapest) to 10
 * @param expectedLossPercent 0 to 100: above 0 in-band FEC spends bits on repeating (RFC 6716
 *     section 2.1.7)
 * @param silenceSuppression DTX: send next to nothing in silence
 */
public record OpusSettings(
        int bitsPerSecond, int complexity, int expectedLossPercent, boolean silenceSuppression) {
    /** For a voice: complexity 5, beyond which only cost grows audibly (docs/performance.md). */
    public static final OpusSettings VOICE = new OpusSettings(32_000, 5, 10, false);

    /**
     * For a voice where many are encoded at once and each is heard by one: a third of the cost of
     * {@link #VOICE} (docs/performance.md).
     */
    public static final OpusSettings QUICK_VOICE = VOICE.withComplexity(1);

    /** For a voice that is stored: nothing of it is lost on the way. */
    public static final OpusSettings STORED_VOICE = new OpusSettings(24_000, 5, 0, false);

    /** Checks the ranges. */
    public OpusSettings {
        boolean sound =
                bitsPerSecond >= 6000
                        && bitsPerSecond <= 128_000
                        && complexity >= 0
                        && complexity <= 10
                        && expectedLossPercent >= 0
                        && expectedLossPercent <= 100;
        if (!sound) {
            throw new IllegalArgumentException("Opus settings out of range");
        }
    }

    /**
     * The same with another complexity.
     *
     * @param other 0 to 10
     * @return new settings
     */
    public OpusSettings withComplexity(int other) {
        return new OpusSettings(bitsPerSecond, other, expectedLossPercent, silenceSuppression);
    }
}
