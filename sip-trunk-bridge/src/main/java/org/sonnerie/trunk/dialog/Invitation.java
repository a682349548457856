package org.sonnerie.trunk.dialog;

import java.util.List;
import java.util.Optional;
import org.sonnerie.trunk.api.TrunkAccount;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.routing.Numbers;
import org.sonnerie.trunk.routing.Trunk;
import org.sonnerie.trunk.sip.Headers;
import org.sonnerie.trunk.sip.NameAddress;
import org.sonnerie.trunk.sip.OwnAddress;
import org.sonnerie.trunk.sip.Parameters;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipText;
import org.sonnerie.trunk.sip.SipUri;

/** Writes our INVITE: who calls, who is called, and what the carrier may show. */
final class Invitation {
    private static final int NO_PORT = 0;

    private Invitation() {}

    static SipRequest of(TrunkCommand.PlaceCall order, LegContext context) {
        Trunk trunk = context.trunk();
        String domain = trunk.domain();
        SipUri called = Numbers.uri(order.number(), domain, trunk.domainPort());
        SipUri to = Numbers.uri(order.number(), domain, NO_PORT);
        Headers headers =
                Headers.NONE
                        .and("Via", context.own().via(trunk.account().transport(), token(context)))
                        .and("Max-Forwards", "70")
                        .and("From", from(order, domain).withTag(token(context)).toString())
                        .and("To", "<" + to + ">")
                        .and("Call-ID", token(context))
                        .and("CSeq", "1 INVITE")
                        .and("Contact", contact(context))
                        .and("Allow", OwnAddress.ALLOW)
                        .and("User-Agent", OwnAddress.PRODUCT);
        Headers all = identity(headers, order, trunk);
        return new SipRequest("INVITE", called.toString(), all, "").withSdp(order.sdp());
    }

    private static String token(LegContext context) {
        return context.tokens().next();
    }

    private static String contact(LegContext context) {
        Trunk trunk = context.trunk();
        return context.own().contact(trunk.user(), trunk.account().transport());
    }

    private static NameAddress from(TrunkCommand.PlaceCall order, String domain) {
        return order.caller()
                .map(caller -> named(order.callerName(), Numbers.uri(caller, domain, NO_PORT)))
                .orElseGet(
                        () -> named("Anonymous", SipUri.of("anonymous", "anonymous.invalid", 0)));
    }

    private static NameAddress named(String name, SipUri uri) {
        return new NameAddress(SipText.octets(name), uri.toString(), Parameters.NONE);
    }

    /** P-Asserted-Identity and Privacy (RFC 3325, RFC 3323): the carrier knows, the callee not. */
    private static Headers identity(Headers headers, TrunkCommand.PlaceCall order, Trunk trunk) {
        Optional<String> number =
                order.caller()
                        .or(() ->
                                trunk.account()
                                        .registration()
                                        .map(TrunkAccount.Registration::userName));
        List<String> asserted =
                number.map(n -> "<" + Numbers.uri(n, trunk.domain(), NO_PORT) + ">").stream()
                        .toList();
        Headers known = headers.andEach("P-Asserted-Identity", asserted);
        return order.caller().isPresent() ? known : known.and("Privacy", "id");
    }
}
