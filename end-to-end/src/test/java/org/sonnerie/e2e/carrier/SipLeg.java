package org.sonnerie.e2e.carrier;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Addresses, tags and counters of one dialog (RFC 3261 section 12), and the requests within it. */
final class SipLeg {
    private final SoftCarrier carrier;
    private final String callId;
    private final String localTag = Long.toHexString(ThreadLocalRandom.current().nextLong());
    private SocketAddress remote;
    private String localParty = "";
    private String remoteParty = "";
    private String target = "";
    private int sequence = ThreadLocalRandom.current().nextInt(1, 1000);

    SipLeg(SoftCarrier carrier, String callId, SocketAddress remote) {
        this.carrier = carrier;
        this.callId = callId;
        this.remote = remote;
    }

    String callId() {
        return callId;
    }

    String target() {
        return target;
    }

    String localTag() {
        return localTag;
    }

    String contact() {
        return "Contact: <sip:carrier@" + carrier.host() + ":" + carrier.port() + ">";
    }

    void calls(String name, String from, String to) {
        int port = ((InetSocketAddress) remote).getPort();
        target = "sip:" + to + "@" + carrier.host() + ":" + port;
        String shown = name.isEmpty() ? "" : '"' + name + "\" ";
        localParty = shown + "<sip:" + from + "@" + carrier.host() + ">;tag=" + localTag;
        remoteParty = "<" + target + ">";
    }

    void isCalledBy(SipText invite) {
        String to = invite.header("To");
        localParty = to + ";tag=" + localTag;
        remoteParty = invite.header("From");
        follow(invite);
    }

    /** From now on requests go where the other side's Contact says. */
    void follow(SipText message) {
        message.contactUri().ifPresent(this::goTo);
        if (!message.isRequest()) {
            remoteParty = message.header("To");
        }
    }

    private void goTo(String contactUri) {
        target = contactUri;
        String hostAndPort = contactUri.replaceFirst("^sips?:([^@]*@)?", "").split(";", -1)[0];
        URI uri = URI.create("sip://" + hostAndPort);
        int port = uri.getPort() < 0 ? 5060 : uri.getPort();
        remote = new InetSocketAddress(uri.getHost(), port);
    }

    SipText request(String method, List<String> more, String sdp) {
        int number = method.equals("ACK") || method.equals("CANCEL") ? sequence : ++sequence;
        List<String> lines = new ArrayList<>();
        lines.add(
                "Via: SIP/2.0/UDP "
                        + carrier.host()
                        + ":"
                        + carrier.port()
                        + ";rport;branch=z9hG4bK"
                        + UUID.randomUUID());
        lines.add("Max-Forwards: 70");
        lines.add("From: " + localParty);
        lines.add("To: " + remoteParty);
        lines.add("Call-ID: " + callId);
        lines.add("CSeq: " + number + " " + method);
        lines.addAll(more);
        return new SipText(method + " " + target + " SIP/2.0", lines, sdp);
    }

    /**
     * A request of the INVITE's own transaction (CANCEL, ACK of a refusal): its branch and target.
     */
    SipText sibling(SipText invite, String method, String to) {
        List<String> lines = new ArrayList<>();
        lines.add("Via: " + invite.header("Via"));
        lines.add("Max-Forwards: 70");
        lines.add("From: " + localParty);
        lines.add("To: " + to);
        lines.add("Call-ID: " + callId);
        lines.add("CSeq: " + invite.header("CSeq").split(" ", -1)[0] + " " + method);
        return new SipText(method + " " + invite.requestUri() + " SIP/2.0", lines, "");
    }

    void send(SipText message) {
        carrier.send(message, remote);
    }
}
