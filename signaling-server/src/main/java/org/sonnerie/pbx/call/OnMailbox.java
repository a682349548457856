package org.sonnerie.pbx.call;

import java.time.LocalDate;
import java.util.Optional;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.MailboxId;

/** Why it went as it went at the door of a mailbox and in it. */
public sealed interface OnMailbox extends FeatureReason {
    /** The caller is asked whose mailbox it is, and for its PIN. */
    record Asks() implements OnMailbox {}

    /**
     * The PIN is wrong, or the extension has none.
     *
     * @param attempt which time
     */
    record Refused(int attempt) implements OnMailbox {}

    /** Too many PINs were wrong within an hour: none is compared now. */
    record Blocked() implements OnMailbox {}

    /**
     * A person may not open this mailbox.
     *
     * @param destination whose it is
     */
    record NotHis(Destination destination) implements OnMailbox {}

    /**
     * A message goes on to another mailbox.
     *
     * @param box to which
     */
    record Forwards(MailboxId box) implements OnMailbox {}

    /**
     * It takes no more messages.
     *
     * @param box which
     */
    record Full(MailboxId box) implements OnMailbox {}

    /**
     * Its greeting is that of an absence.
     *
     * @param box whose
     * @param until the last day of it
     */
    record Away(MailboxId box, LocalDate until) implements OnMailbox {}

    /**
     * It has a greeting of its own.
     *
     * @param box whose
     */
    record OwnGreeting(MailboxId box) implements OnMailbox {}

    /**
     * A greeting was recorded.
     *
     * @param box whose
     * @param kind which
     */
    record GreetingKept(MailboxId box, GreetingKind kind) implements OnMailbox {}

    /**
     * It has the company's greetings again.
     *
     * @param box whose
     */
    record GreetingsRemoved(MailboxId box) implements OnMailbox {}

    /**
     * Its owner's name is not recorded any more.
     *
     * @param box whose
     */
    record NameRemoved(MailboxId box) implements OnMailbox {}

    /**
     * An absence was entered, or ended.
     *
     * @param box whose
     * @param until the last day of it; empty: it is over
     */
    record AbsenceSet(MailboxId box, Optional<LocalDate> until) implements OnMailbox {}
}
