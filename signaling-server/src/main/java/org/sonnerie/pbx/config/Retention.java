package org.sonnerie.pbx.config;

import java.time.Duration;
import java.time.Instant;

/** How long sound is kept that people left or recorded. */
public final class Retention {
    /** How long what was deleted can be taken back. */
    public static final Duration RETURNABLE = Duration.ofDays(7);

    /** How often what is old is looked for. */
    public static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

    private Retention() {}

    /**
     * What was deleted before this cannot be taken back any more.
     *
     * @param now the present
     * @return a week ago
     */
    public static Instant deletedBefore(Instant now) {
        return now.minus(RETURNABLE);
    }

    /**
     * What is from before this is old.
     *
     * @param now the present
     * @param keepDays for how long it is kept
     * @return so many days ago
     */
    public static Instant oldBefore(Instant now, int keepDays) {
        return now.minus(Duration.ofDays(keepDays));
    }

    /**
     * When something was deleted that must not be taken back: the next look takes it away.
     *
     * @param now the present
     * @return a moment too long ago
     */
    public static Instant deletedForGood(Instant now) {
        return deletedBefore(now).minusSeconds(1);
    }
}
