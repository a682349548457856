package org.sonnerie.pbx.queues;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether an agent serves the queues.
 *
 * @param onDuty he has logged in
 * @param pause why he makes a pause; empty: he makes none
 * @param since when that began; empty: it has never been otherwise
 */
public record DutyState(boolean onDuty, Optional<String> pause, Optional<Instant> since) {
    /** The longest reason of a pause, in characters. */
    public static final int LONGEST_PAUSE = 60;

    /** As everybody begins. */
    static final DutyState USUAL = new DutyState(true, Optional.empty(), Optional.empty());

    /**
     * Whether queues ring him.
     *
     * @return true: on duty, no pause
     */
    public boolean serves() {
        return onDuty && pause.isEmpty();
    }
}
