package org.sonnerie.trunk.sip;

import java.time.Instant;
import java.util.List;

/** The client side of a transaction (RFC 3261 section 17.1). Immutable. */
public sealed interface ClientTransaction
        permits InviteClientTransaction, NonInviteClientTransaction {
    /**
     * A response came.
     *
     * @param response matched to this transaction
     * @param now the time
     * @return what follows
     */
    Step on(SipResponse response, Instant now);

    /**
     * Time went by.
     *
     * @param now the time
     * @return what follows; nothing before the deadline
     */
    Step onTime(Instant now);

    /**
     * The request could not be sent (section 17.1.4).
     *
     * @return what follows
     */
    Step onSendFailed();

    /**
     * When {@link #onTime} is due.
     *
     * @return {@link Timing#NEVER} if nothing is awaited
     */
    Instant deadline();

    /**
     * Tells whether it can be forgotten.
     *
     * @return true at the end
     */
    boolean over();

    /**
     * What a transition gives.
     *
     * @param next the transaction from now on
     * @param effects to be carried out in order
     */
    record Step(ClientTransaction next, List<TransactionEffect> effects) {
        static Step of(ClientTransaction next, TransactionEffect... effects) {
            return new Step(next, List.of(effects));
        }
    }
}
