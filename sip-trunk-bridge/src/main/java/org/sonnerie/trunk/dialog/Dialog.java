package org.sonnerie.trunk.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonnerie.trunk.api.TrunkAccount.Transport;
import org.sonnerie.trunk.sip.Headers;
import org.sonnerie.trunk.sip.Hop;
import org.sonnerie.trunk.sip.NameAddress;
import org.sonnerie.trunk.sip.OwnAddress;
import org.sonnerie.trunk.sip.SipMessage;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipResponse;
import org.sonnerie.trunk.sip.SipUri;

/**
 * What two ends agreed on about each other (RFC 3261 section 12). Immutable.
 *
 * @param callId of both
 * @param local our From, with our tag
 * @param remote our To, with their tag
 * @param localCSeq of our last request
 * @param remoteCSeq of their last request, -1 before the first
 * @param target their Contact
 * @param routes the route set in our order
 * @param peer how their messages came, or where our first one went
 */
public record Dialog(
        String callId,
        String local,
        String remote,
        long localCSeq,
        long remoteCSeq,
        String target,
        List<String> routes,
        Hop peer) {
    /** Copies the list. */
    public Dialog {
        routes = List.copyOf(routes);
    }

    /** As the caller sees it (section 12.1.2). */
    static Dialog ofCaller(SipRequest invite, SipResponse response, Hop peer) {
        return new Dialog(
                invite.callId(),
                line(invite, "From"),
                line(response, "To"),
                invite.cseq().number(),
                -1,
                response.contact().map(NameAddress::uri).orElse(invite.uri()),
                response.headers().elements("Record-Route").reversed(),
                peer);
    }

    /** As the callee sees it (section 12.1.1). */
    static Dialog ofCallee(SipRequest invite, SipResponse response, Hop peer) {
        return new Dialog(
                invite.callId(),
                line(response, "To"),
                line(invite, "From"),
                0,
                invite.cseq().number(),
                target(invite).orElse(invite.from().uri()),
                invite.headers().elements("Record-Route"),
                peer);
    }

    private static String line(SipMessage message, String name) {
        return message.headers().first(name).orElseThrow();
    }

    private static Optional<String> target(SipRequest request) {
        return request.contact().filter(c -> c.sipUri().isPresent()).map(NameAddress::uri);
    }

    /** Our tag. */
    String localTag() {
        return tag(local);
    }

    /** Their tag. */
    String remoteTag() {
        return tag(remote);
    }

    private static String tag(String value) {
        return NameAddress.parse(value).flatMap(NameAddress::tag).orElse("");
    }

    /** Notes their request: its number and, as re-INVITE is a target refresh, their Contact. */
    Dialog after(SipRequest request) {
        String refreshed = request.is("INVITE") ? target(request).orElse(target) : target;
        return new Dialog(
                callId, local, remote, localCSeq, request.cseq().number(), refreshed, routes, peer);
    }

    /** The dialog after one more request of ours. */
    Dialog counted() {
        return new Dialog(callId, local, remote, localCSeq + 1, remoteCSeq, target, routes, peer);
    }

    /** A request of ours inside the dialog (section 12.2.1.1). */
    SipRequest request(String method, long cseq, OwnAddress own, String token) {
        List<String> route = new ArrayList<>(routes);
        String uri = target;
        Optional<NameAddress> first = routes.stream().findFirst().flatMap(NameAddress::parse);
        boolean strict =
                first.isPresent()
                        && first.get().sipUri().map(u -> !u.parameters().has("lr")).orElse(true);
        if (strict) {
            uri = first.get().uri();
            route.removeFirst();
            route.add("<" + target + ">");
        }
        Headers headers =
                Headers.NONE
                        .and("Via", own.via(hop().transport(), token))
                        .and("Max-Forwards", "70")
                        .andEach("Route", route)
                        .and("From", local)
                        .and("To", remote)
                        .and("Call-ID", callId)
                        .and("CSeq", cseq + " " + method)
                        .and("User-Agent", OwnAddress.PRODUCT);
        return new SipRequest(method, uri, headers, "");
    }

    /** Where requests of ours go: the first route, else their Contact. */
    Hop hop() {
        Optional<SipUri> next =
                routes.isEmpty()
                        ? SipUri.parse(target)
                        : NameAddress.parse(routes.getFirst()).flatMap(NameAddress::sipUri);
        if (next.isEmpty() || next.get().host().isEmpty()) {
            return peer;
        }
        SipUri uri = next.get();
        Transport transport =
                uri.parameters()
                        .get("transport")
                        .map(t -> t.equalsIgnoreCase("tcp") ? Transport.TCP : Transport.UDP)
                        .orElse(peer.transport());
        // A carrier that called us over TCP may listen on no port: its connection is used again.
        boolean same =
                transport == peer.transport() && uri.hostName().equalsIgnoreCase(peer.host());
        int port = uri.port().orElse(Hop.DEFAULT_PORT);
        return new Hop(
                transport,
                uri.hostName(),
                port == 0 ? Hop.DEFAULT_PORT : port,
                same ? peer.connection() : 0);
    }
}
