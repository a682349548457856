package org.sonnerie.trunk.dialog;

import java.util.List;
import java.util.Optional;
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

    static SipRequest of(TrunkCommand.PlaceCall order, Trunk trunk, LegContext context) {
        String host = trunk.account().host();
        int port = trunk.account().port() == 5060 ? NO_PORT : trunk.account().port();
        SipUri called = Numbers.uri(order.number(), host, port);
        SipUri to = Numbers.uri(order.number(), host, NO_PORT);
        Headers headers =
                Headers.NONE
                        .and("Via", context.own().via(trunk.account().transport(), token(context)))
                        .and("Max-Forwards", "70")
                        .and("From", from(order, host).withTag(token(context)).toString())
                        .and("To", "<" + to + ">")
                        .and("Call-ID", token(context))
                        .and("CSeq", "1 INVITE")
                        .and("Contact", contact(trunk, context))
                        .and("Allow", OwnAddress.ALLOW)
                        .and("User-Agent", OwnAddress.PRODUCT);
        Headers all = identity(headers, order, host, context);
        return new SipRequest("INVITE", called.toString(), all, "").withSdp(order.sdp());
    }

    private static String token(LegContext context) {
        return context.tokens().next();
    }

    private static String contact(Trunk trunk, LegContext context) {
        return context.own().contact(context.user(), trunk.account().transport());
    }

    private static NameAddress from(TrunkCommand.PlaceCall order, String host) {
        return order.caller()
                .map(caller -> named(order.callerName(), Numbers.uri(caller, host, NO_PORT)))
                .orElseGet(
                        () -> named("Anonymous", SipUri.of("anonymous", "anonymous.invalid", 0)));
    }

    private static NameAddress named(String name, SipUri uri) {
        return new NameAddress(SipText.octets(name), uri.toString(), Parameters.NONE);
    }

    /** P-Asserted-Identity and Privacy (RFC 3325, RFC 3323): the carrier knows, the callee not. */
    private static Headers identity(
            Headers headers, TrunkCommand.PlaceCall order, String host, LegContext context) {
        Optional<String> number =
                order.caller().or(() -> context.credentials().map(credentials -> context.user()));
        List<String> asserted =
                number.map(n -> "<" + Numbers.uri(n, host, NO_PORT) + ">").stream().toList();
        Headers known = headers.andEach("P-Asserted-Identity", asserted);
        return order.caller().isPresent() ? known : known.and("Privacy", "id");
    }
}
