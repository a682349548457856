package org.sonnerie.trunk.jain;

import gov.nist.javax.sip.message.SIPMessage;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sip.InvalidArgumentException;
import javax.sip.PeerUnavailableException;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.address.AddressFactory;
import javax.sip.header.Header;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ViaHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Message;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.sonnerie.trunk.fake.Sdp;

/** What a carrier built on JAIN-SIP sends: messages put together by its factories alone. */
public final class JainMessages {
    private final AddressFactory addresses;
    private final HeaderFactory headers;
    private final MessageFactory messages;
    private final List<byte[]> all = new ArrayList<>();

    /**
     * A challenge and what was put into it.
     *
     * @param message 401 or 407, one char per octet
     */
    public record Challenge(
            String message,
            String realm,
            String nonce,
            String opaque,
            String algorithm,
            boolean stale) {
        @Override
        public String toString() {
            return algorithm + " " + realm;
        }
    }

    private JainMessages() throws PeerUnavailableException {
        SipFactory factory = SipFactory.getInstance();
        addresses = factory.createAddressFactory();
        headers = factory.createHeaderFactory();
        messages = factory.createMessageFactory();
    }

    /** One of each kind. */
    public static List<byte[]> all() {
        try {
            JainMessages made = new JainMessages();
            made.requests();
            made.responses();
            return made.all;
        } catch (ParseException | SipException | InvalidArgumentException e) {
            throw new AssertionError(e);
        }
    }

    /** 401 and 407, MD5 and SHA-256, with names that need quoting. */
    public static List<Challenge> challenges() {
        try {
            JainMessages made = new JainMessages();
            return List.of(
                    made.challenge(401, "carrier.test", "MD5", false),
                    made.challenge(401, "a, b=\"c\"", "SHA-256", true),
                    made.challenge(407, "carrier.test", "SHA-256", false),
                    made.challenge(407, "MD5", "MD5", true));
        } catch (ParseException | SipException | InvalidArgumentException e) {
            throw new AssertionError(e);
        }
    }

    private void add(Message message) {
        all.add(((SIPMessage) message).encodeAsBytes("UDP"));
    }

    private Request request(String method, String uri)
            throws ParseException, InvalidArgumentException {
        List<ViaHeader> vias =
                List.of(
                        headers.createViaHeader("192.0.2.1", 5060, "UDP", "z9hG4bKa"),
                        headers.createViaHeader("core.carrier.test", 5080, "TCP", "z9hG4bKb"));
        Request request =
                messages.createRequest(
                        addresses.createURI(uri),
                        method,
                        headers.createCallIdHeader("call@carrier.test"),
                        headers.createCSeqHeader(7L, method),
                        headers.createFromHeader(
                                addresses.createAddress(
                                        "\"O'Neil, Zoë\" <sip:+33145678901@carrier.test;user=phone>"),
                                "from"),
                        headers.createToHeader(
                                addresses.createAddress("<sip:+15550100101@carrier.test>"), null),
                        vias,
                        headers.createMaxForwardsHeader(69));
        ((ViaHeader) request.getHeader("Via")).setRPort();
        return request;
    }

    private Request invite(String uri) throws ParseException, InvalidArgumentException {
        Request invite = request(Request.INVITE, uri);
        invite.setContent(Sdp.OFFER, headers.createContentTypeHeader("application", "sdp"));
        add(
                invite,
                headers.createContactHeader(
                        addresses.createAddress("<sip:net@192.0.2.1:5062;transport=udp>")));
        add(invite, route("<sip:p1.carrier.test;lr>"));
        add(invite, route("<sip:192.0.2.7:5061;transport=tcp;lr>"));
        add(
                invite,
                headers.createHeader(
                        "P-Asserted-Identity", "\"Zoë\" <sip:+33145678901@carrier.test>"));
        add(invite, headers.createHeader("Privacy", "id"));
        for (String method : List.of("INVITE", "ACK", "CANCEL", "BYE", "UPDATE")) {
            invite.addHeader(headers.createAllowHeader(method));
        }
        return invite;
    }

    private static void add(Request request, Header header) {
        request.addHeader(header);
    }

    private Header route(String address) throws ParseException {
        return headers.createRecordRouteHeader(addresses.createAddress(address));
    }

    private void requests() throws ParseException, InvalidArgumentException {
        String pbx = "sip:pbx@198.51.100.1:5060";
        add(invite(pbx));
        add(invite("sip:+15550100101@198.51.100.1:5060;user=phone"));
        add(invite("tel:+1-555-010-0101"));
        add(invite("sip:pbx@[2001:db8::1]:5060;transport=tcp"));
        add(request(Request.OPTIONS, pbx));
        add(request(Request.ACK, pbx));
        Request cancel = request(Request.CANCEL, pbx);
        cancel.addHeader(headers.createReasonHeader("SIP", 200, "Call completed elsewhere"));
        add(cancel);
        Request bye = request(Request.BYE, pbx);
        bye.addHeader(headers.createReasonHeader("Q.850", 16, "Normal call clearing"));
        bye.addHeader(
                headers.createRouteHeader(addresses.createAddress("<sip:192.0.2.7;lr;ftag=x>")));
        add(bye);
    }

    private Response response(int status, Request to) throws ParseException {
        Response response = messages.createResponse(status, to);
        ((SIPMessage) response).setToTag("to");
        return response;
    }

    private void responses() throws ParseException, InvalidArgumentException, SipException {
        Request invite = invite("sip:+33145678901@carrier.test");
        for (int status : new int[] {100, 180, 404, 408, 480, 486, 487, 488, 500, 603}) {
            add(response(status, invite));
        }
        for (int status : new int[] {183, 200}) {
            Response answer = response(status, invite);
            answer.setContent(Sdp.ANSWER, headers.createContentTypeHeader("application", "sdp"));
            answer.addHeader(
                    headers.createContactHeader(
                            addresses.createAddress("<sip:gw@192.0.2.9:5066>")));
            answer.addLast(route("<sip:p1.carrier.test;lr>"));
            add(answer);
        }
        Request register = request(Request.REGISTER, "sip:carrier.test");
        Response brief = response(423, register);
        brief.addHeader(headers.createMinExpiresHeader(1_800));
        add(brief);
        Response busy = response(503, register);
        busy.addHeader(headers.createRetryAfterHeader(30));
        add(busy);
        Response registered = response(200, register);
        registered.addHeader(headers.createExpiresHeader(600));
        for (String contact :
                Arrays.asList(
                        "<sip:pbx@198.51.100.1:5060>;expires=300",
                        "<sip:other@198.51.100.2>;expires=9;q=0.5")) {
            registered.addLast(headers.createHeader("Contact", contact));
        }
        add(registered);
        challenges()
                .forEach(challenge ->
                        all.add(challenge.message().getBytes(StandardCharsets.ISO_8859_1)));
    }

    private Challenge challenge(int status, String realm, String algorithm, boolean stale)
            throws ParseException, InvalidArgumentException {
        Response response = response(status, request(Request.REGISTER, "sip:carrier.test"));
        String opaque = "o/+=";
        String nonce = "bm9uY2U=,x";
        WWWAuthenticateHeader asks =
                status == 407
                        ? headers.createProxyAuthenticateHeader("Digest")
                        : headers.createWWWAuthenticateHeader("Digest");
        asks.setRealm(realm.replace("\"", "\\\""));
        asks.setNonce(nonce);
        asks.setOpaque(opaque);
        asks.setAlgorithm(algorithm);
        asks.setQop("auth");
        asks.setStale(stale);
        response.addHeader(asks);
        byte[] octets = ((SIPMessage) response).encodeAsBytes("UDP");
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        return new Challenge(text, realm, nonce, opaque, algorithm, stale);
    }
}
