package org.sonnerie.pbx.call;

import java.time.Instant;
import org.sonnerie.pbx.plan.MailboxId;

/**
 * It is known how a mailbox stands.
 *
 * @param at when
 * @param leg who comes to leave a message
 * @param box in which mailbox
 * @param facts how it stands
 */
public record MailboxTold(Instant at, LegId leg, MailboxId box, MailboxFacts facts)
        implements CallEvent.OfMailbox {}
