package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.Optional;
import org.sonnerie.pbx.plan.Destination;

/**
 * A message in a mailbox.
 *
 * @param id which
 * @param heard it has been heard before
 * @param callBack where its caller is reached
 * @param left when; empty in logs of before it was kept
 * @param number its caller's, as shown; empty: withheld
 */
public record WaitingMessage(
        MessageId id,
        boolean heard,
        Destination callBack,
        Optional<Instant> left,
        Optional<String> number) {
    /**
     * One of which no more is known.
     *
     * @param id which
     * @param heard it has been heard before
     * @param callBack where its caller is reached
     */
    public WaitingMessage(MessageId id, boolean heard, Destination callBack) {
        this(id, heard, callBack, Optional.empty(), Optional.empty());
    }
}
