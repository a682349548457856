package org.sonnerie.trunk.sip;

/** What a transaction wants done. */
public sealed interface TransactionEffect {
    /**
     * Put it on the wire.
     *
     * @param message first time or again
     */
    record Transmit(SipMessage message) implements TransactionEffect {}

    /**
     * Hand it to the transaction user.
     *
     * @param message a response, or the ACK of a 2xx
     */
    record Deliver(SipMessage message) implements TransactionEffect {}

    /** Tell the transaction user that nothing came, or nothing could be sent. */
    record GiveUp() implements TransactionEffect {}
}
