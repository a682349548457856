package org.sonnerie.pbx.secondfactor;

import java.time.Duration;
import java.time.Instant;
import org.sonnerie.pbx.config.FailureCount;
import org.sonnerie.pbx.plan.PersonId;

/**
 * Slows down those who guess codes, wherever they come from: who guesses has the password already.
 * With 40 tries a day, three codes in a million right at a time, one in 8,000 days is found. Thread
 * safe.
 */
final class CodeThrottle {
    private static final int IN_A_ROW = 8;
    private static final int IN_A_DAY = 40;

    private final FailureCount row = new FailureCount(Duration.ofMinutes(5));
    private final FailureCount day = new FailureCount(Duration.ofDays(1));

    /** Another try: it counts as failed until it has succeeded. False: it must not be made. */
    synchronized boolean tries(PersonId person, Instant now) {
        String who = person.text();
        boolean allowed = row.of(who, now) < IN_A_ROW && day.of(who, now) < IN_A_DAY;
        if (allowed) {
            row.add(who, now);
            day.add(who, now);
        }
        return allowed;
    }

    synchronized void succeeded(PersonId person) {
        row.forget(person.text());
        day.forget(person.text());
    }
}
