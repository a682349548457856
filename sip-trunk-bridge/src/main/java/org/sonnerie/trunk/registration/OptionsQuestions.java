package org.sonnerie.trunk.registration;

import org.sonnerie.trunk.routing.Trunk;
import org.sonnerie.trunk.sip.Headers;
import org.sonnerie.trunk.sip.OwnAddress;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipUri;
import org.sonnerie.trunk.sip.Tokens;

/** The OPTIONS by which one asks a trunk whether it is there (RFC 3261 section 11). */
final class OptionsQuestions {
    private static final String USER = "pbx";

    private final Trunk trunk;
    private final OwnAddress own;
    private final Tokens tokens;
    private final String callId;
    private final String tag;
    private long cseq;

    OptionsQuestions(Trunk trunk, OwnAddress own, Tokens tokens) {
        this.trunk = trunk;
        this.own = own;
        this.tokens = tokens;
        this.callId = tokens.next();
        this.tag = tokens.next();
    }

    /** Each is a transaction of its own. */
    SipRequest next() {
        cseq++;
        String host = trunk.account().host();
        Headers headers =
                Headers.NONE
                        .and("Via", own.via(trunk.account().transport(), tokens.next()))
                        .and("Max-Forwards", "70")
                        .and("From", "<" + SipUri.of(USER, own.host(), 0) + ">;tag=" + tag)
                        .and("To", "<" + SipUri.of("", host, 0) + ">")
                        .and("Call-ID", callId)
                        .and("CSeq", cseq + " OPTIONS")
                        .and("Contact", own.contact(USER, trunk.account().transport()))
                        .and("Accept", "application/sdp")
                        .and("User-Agent", OwnAddress.PRODUCT);
        SipUri uri = SipUri.of("", host, trunk.account().port());
        return new SipRequest("OPTIONS", uri.toString(), headers, "");
    }
}
