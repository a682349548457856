package org.sonnerie.trunk.sip;

import org.sonnerie.trunk.api.TrunkEvent;

/** What a transaction user wants done: a leg, a registration, a health check. */
public sealed interface UserEffect {
    /**
     * Send a request in a transaction.
     *
     * @param request any but ACK
     * @param hop where to
     */
    record Ask(SipRequest request, Hop hop) implements UserEffect {}

    /**
     * Send without a transaction: the ACK of a 2xx.
     *
     * @param message what
     * @param hop where to
     */
    record Send(SipMessage message, Hop hop) implements UserEffect {}

    /**
     * Answer a request.
     *
     * @param key of the request
     * @param response provisional or final
     */
    record Answer(ServerKey key, SipResponse response) implements UserEffect {}

    /**
     * Tell the user of the bridge.
     *
     * @param event what
     */
    record Tell(TrunkEvent event) implements UserEffect {}
}
