package org.sonnerie.trunk.sip;

/** What the transactions hand out: to the wire below or to the user above. */
public sealed interface TransactionOutput {
    /**
     * Put it on the wire.
     *
     * @param message what
     * @param hop where to
     */
    record Transmit(SipMessage message, Hop hop) implements TransactionOutput {}

    /**
     * A new request.
     *
     * @param key to answer it by
     * @param request with received and rport noted
     * @param source where it came from
     */
    record Request(ServerKey key, SipRequest request, Hop source) implements TransactionOutput {}

    /**
     * The ACK of a 2xx, or of nothing known.
     *
     * @param ack the request
     */
    record Ack(SipRequest ack) implements TransactionOutput {}

    /**
     * A response to a request of ours.
     *
     * @param key of the request
     * @param response provisional or final
     */
    record Response(ClientKey key, SipResponse response) implements TransactionOutput {}

    /**
     * Nothing answered a request of ours, or it could not be sent.
     *
     * @param key of the request
     */
    record NoAnswer(ClientKey key) implements TransactionOutput {}

    /** A response that belongs to no request of ours was dropped. */
    record Stray() implements TransactionOutput {}

    /** A request was dropped because there are too many. */
    record Full() implements TransactionOutput {}
}
