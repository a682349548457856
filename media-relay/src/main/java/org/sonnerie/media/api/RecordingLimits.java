package org.sonnerie.media.api;

import java.time.Duration;

/**
 * When a recording ends by itself.
 *
 * @param longest how long it is at most, 20 ms to 24 h
 * @param silence so long nobody says anything, at most 24 h; zero: however long. Less than half a
 *     second is taken as that: it could not be told from a pause between words
 */
public record RecordingLimits(Duration longest, Duration silence) {
    private static final Duration FRAME = Duration.ofMillis(20);
    private static final Duration DAY = Duration.ofHours(24);

    /** Checks the ranges. */
    public RecordingLimits {
        boolean inRange =
                longest.compareTo(FRAME) >= 0
                        && longest.compareTo(DAY) <= 0
                        && !silence.isNegative()
                        && silence.compareTo(DAY) <= 0;
        if (!inRange) {
            throw new IllegalArgumentException("recording limits: " + longest + ", " + silence);
        }
    }
}
