package org.sonnerie.trunk.sip;

/** What came of reading some octets. */
public sealed interface ParseResult {
    /**
     * A well-formed message.
     *
     * @param message to be processed
     */
    record Parsed(SipMessage message) implements ParseResult {}

    /**
     * A request with a fault, that says enough of itself to be answered.
     *
     * @param answer 400 or 505, mirrored from what came
     * @param fault what was wrong, without anything of the content
     */
    record Refused(SipResponse answer, String fault) implements ParseResult {}

    /**
     * Nothing that could be answered: a faulty response, an ACK, or no SIP.
     *
     * @param fault what was wrong, without anything of the content
     */
    record Unusable(String fault) implements ParseResult {}
}
