package org.sonnerie.trunk.sip;

import java.util.Optional;

/**
 * A request or a response whose Via, From, To, Call-ID and CSeq are present and well-formed: the
 * parser and the constructors see to it.
 */
public sealed interface SipMessage permits SipRequest, SipResponse {
    /**
     * The header fields.
     *
     * @return in order
     */
    Headers headers();

    /**
     * The body.
     *
     * @return octets; may be empty
     */
    String body();

    /**
     * The first Via.
     *
     * @return the last hop
     */
    default Via via() {
        return headers().elements("Via").stream().findFirst().flatMap(Via::parse).orElseThrow();
    }

    /**
     * The From.
     *
     * @return who asked
     */
    default NameAddress from() {
        return headers().first("From").flatMap(NameAddress::parse).orElseThrow();
    }

    /**
     * The To.
     *
     * @return who was asked
     */
    default NameAddress to() {
        return headers().first("To").flatMap(NameAddress::parse).orElseThrow();
    }

    /**
     * The Call-ID.
     *
     * @return octets
     */
    default String callId() {
        return headers().first("Call-ID").orElseThrow();
    }

    /**
     * The CSeq.
     *
     * @return number and method
     */
    default CSeq cseq() {
        return headers().first("CSeq").flatMap(CSeq::parse).orElseThrow();
    }

    /**
     * The first Contact.
     *
     * @return empty if there is none, or it is the star
     */
    default Optional<NameAddress> contact() {
        return headers().elements("Contact").stream().findFirst().flatMap(NameAddress::parse);
    }

    /**
     * The session description, if the body is one.
     *
     * @return text; empty if there is no body or it is something else
     */
    default Optional<String> sdp() {
        boolean isSdp =
                headers()
                        .first("Content-Type")
                        .map(type -> type.split(";", 2)[0].strip())
                        .filter("application/sdp"::equalsIgnoreCase)
                        .isPresent();
        return isSdp && !body().isEmpty() ? Optional.of(SipText.utf8(body())) : Optional.empty();
    }
}
