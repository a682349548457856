package org.sonnerie.pbx.history;

import java.time.Instant;
import java.util.Optional;
import org.sonnerie.pbx.call.EndReason;

/**
 * One leg of a call that is over.
 *
 * @param who whose
 * @param called true: was called; false: is the caller or came in by himself
 * @param times when it did what
 * @param why it ended; empty: the log does not tell
 */
public record RecordedLeg(RecordedParty who, boolean called, Times times, Optional<EndReason> why) {
    /**
     * Instants of a leg.
     *
     * @param began it came to be: was asked to ring, dialled, arrived
     * @param rang it rang; empty: it never did
     * @param answered it began to talk; empty: it never did
     * @param ended empty: the log does not tell
     */
    public record Times(
            Instant began,
            Optional<Instant> rang,
            Optional<Instant> answered,
            Optional<Instant> ended) {}
}
