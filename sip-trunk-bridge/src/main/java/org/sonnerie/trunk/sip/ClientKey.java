package org.sonnerie.trunk.sip;

/**
 * Names a client transaction (RFC 3261 section 17.1.3).
 *
 * @param branch our own, never used twice
 * @param method of CSeq
 */
public record ClientKey(String branch, String method) {

    /**
     * The transaction a message of ours, or the response to it, belongs to.
     *
     * @param message with our Via on top
     * @return its key
     */
    public static ClientKey of(SipMessage message) {
        return new ClientKey(message.via().branch().orElse(""), message.cseq().method());
    }
}
