package org.sonnerie.pbx.signaling;

import java.time.Duration;
import java.time.Instant;

/**
 * A page may send 50 messages a second on average, 100 in a burst; 200 refused ones in a row of bad
 * behaviour end the line. Owned by the thread that reads the socket.
 */
final class RateLimit {
    private static final double PER_SECOND = 50;
    private static final double BURST = 100;
    private static final int PATIENCE = 200;
    private static final double MILLIS_PER_SECOND = 1_000;

    private Instant last;
    private double allowance = BURST;
    private int refused;

    RateLimit(Instant now) {
        this.last = now;
    }

    /**
     * Counts a message.
     *
     * @param now when it came
     * @return what to do with it
     */
    Verdict message(Instant now) {
        double seconds = Duration.between(last, now).toMillis() / MILLIS_PER_SECOND;
        last = now;
        allowance = Math.min(BURST, allowance + Math.max(0, seconds) * PER_SECOND);
        if (allowance == BURST) {
            refused = 0;
        }
        if (allowance >= 1) {
            allowance -= 1;
            return Verdict.FOLLOW;
        }
        refused++;
        return refused > PATIENCE ? Verdict.CLOSE : Verdict.REFUSE;
    }

    /** What to do with a message. */
    enum Verdict {
        /** Do what it says. */
        FOLLOW,
        /** Answer rate-limited. */
        REFUSE,
        /** Enough. */
        CLOSE
    }
}
