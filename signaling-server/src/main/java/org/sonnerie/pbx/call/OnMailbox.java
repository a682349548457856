package org.sonnerie.pbx.call;

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
}
