package org.sonnerie.pbx.call;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is true of a mailbox while somebody comes to leave a message.
 *
 * @param usual its own greeting; empty: the company's
 * @param absent its own greeting for an absence; empty: the company's
 * @param awayUntil the last day of an absence, in the company's time zone; may be over
 * @param full it takes no more messages
 */
public record MailboxFacts(
        Optional<MessageId> usual,
        Optional<MessageId> absent,
        Optional<LocalDate> awayUntil,
        boolean full) {
    /** Nobody has said anything, and there is room. */
    public static final MailboxFacts NONE =
            new MailboxFacts(Optional.empty(), Optional.empty(), Optional.empty(), false);
}
