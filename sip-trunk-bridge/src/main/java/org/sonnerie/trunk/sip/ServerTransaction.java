package org.sonnerie.trunk.sip;

import java.time.Instant;
import java.util.List;

/** The server side of a transaction (RFC 3261 section 17.2). Immutable. */
public sealed interface ServerTransaction
        permits InviteServerTransaction, NonInviteServerTransaction {
    /**
     * The request came again, or its ACK.
     *
     * @param request matched to this transaction
     * @param now the time
     * @return what follows
     */
    Step on(SipRequest request, Instant now);

    /**
     * The transaction user answers.
     *
     * @param response any; one that comes too late is not sent
     * @param now the time
     * @return what follows
     */
    Step respond(SipResponse response, Instant now);

    /**
     * Time went by.
     *
     * @param now the time
     * @return what follows; nothing before the deadline
     */
    Step onTime(Instant now);

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
    record Step(ServerTransaction next, List<TransactionEffect> effects) {
        static Step of(ServerTransaction next, TransactionEffect... effects) {
            return new Step(next, List.of(effects));
        }
    }
}
