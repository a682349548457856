package org.sonnerie.pbx.call;

import java.time.LocalDate;
import java.util.Optional;
import org.sonnerie.pbx.plan.MailboxId;

/** What must be done about a mailbox itself, and its greetings. */
public sealed interface MailboxEffect extends CallEffect.OfMailbox {
    /**
     * Say how a mailbox stands. Answered by {@code MailboxTold}.
     *
     * @param leg who comes to leave a message
     * @param box in which mailbox
     */
    record AskMailbox(LegId leg, MailboxId box) implements MailboxEffect {}

    /**
     * Record what a leg says from now on as a greeting. Answered by {@code MessageRecorded}. Nobody
     * else hears it before {@link KeepGreeting}.
     *
     * @param leg who speaks
     * @param greeting its name
     */
    record RecordGreeting(LegId leg, MessageId greeting) implements MailboxEffect {}

    /**
     * What was recorded is a mailbox's greeting from now on.
     *
     * @param leg whose wish it is
     * @param box which mailbox's
     * @param kind in place of which
     * @param greeting the new one
     */
    record KeepGreeting(LegId leg, MailboxId box, GreetingKind kind, MessageId greeting)
            implements MailboxEffect {}

    /**
     * A mailbox has no greetings of its own any more.
     *
     * @param leg whose wish it is
     * @param box which
     */
    record RemoveGreetings(LegId leg, MailboxId box) implements MailboxEffect {}

    /**
     * Its owner's name is not recorded any more.
     *
     * @param leg whose wish it is
     * @param box whose
     */
    record RemoveName(LegId leg, MailboxId box) implements MailboxEffect {}

    /**
     * An absence begins, or is over.
     *
     * @param leg whose wish it is
     * @param box which mailbox's
     * @param until its last day; empty: it is over
     */
    record SetAbsence(LegId leg, MailboxId box, Optional<LocalDate> until)
            implements MailboxEffect {}
}
