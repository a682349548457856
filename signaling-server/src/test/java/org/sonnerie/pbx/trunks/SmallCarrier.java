package org.sonnerie.pbx.trunks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A carrier of the test's own with one customer: registers him, calls him, is called by him. UDP,
 * one thread.
 */
final class SmallCarrier implements AutoCloseable {
    static final String REALM = "sip.small.example";
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final int PATIENCE_SECONDS = 20;

    private final DatagramSocket sip;
    private final DatagramSocket sound;
    private final Proof proof;
    private final BlockingQueue<SipMessage> registrations = new LinkedBlockingQueue<>();
    private final BlockingQueue<SipMessage> calls = new LinkedBlockingQueue<>();
    private final BlockingQueue<SipMessage> byes = new LinkedBlockingQueue<>();
    private final BlockingQueue<SipMessage> answers = new LinkedBlockingQueue<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private volatile String refusal = "";
    private final AtomicInteger requests = new AtomicInteger();
    private volatile String customer = "";
    private volatile String dialogTo = "";
    private volatile List<String> whoCalls =
            List.of("From: <sip:+33123456789@" + REALM + ">;tag=net");
    private volatile String callId = "";

    SmallCarrier(Proof proof) throws SocketException {
        this.proof = proof;
        this.sip = new DatagramSocket(0, HERE);
        this.sound = new DatagramSocket(0, HERE);
        this.callId = "call-" + port();
        Thread.ofVirtual().name("small-carrier").start(this::receive);
    }

    int port() {
        return sip.getLocalPort();
    }

    /** From now on a REGISTER is refused, such as by {@code 403 Forbidden}; empty: no longer. */
    void refuse(String status) {
        refusal = status;
    }

    int requests() {
        return requests.get();
    }

    /** Waits for the next REGISTER that proved itself. */
    SipMessage awaitRegistration() throws InterruptedException {
        return next(registrations, "registration");
    }

    /** Waits for the next call of the customer that proved itself; it has been answered. */
    SipMessage awaitCall() throws InterruptedException {
        return next(calls, "call");
    }

    /** Waits for the next BYE of the customer. */
    SipMessage awaitBye() throws InterruptedException {
        return next(byes, "BYE");
    }

    /** Waits for a final answer to what the carrier asked. */
    SipMessage awaitAnswer(String method) throws InterruptedException {
        SipMessage answer = next(answers, "answer");
        while (!answer.method().equals(method) || answer.status() < 200) {
            answer = next(answers, "answer");
        }
        return answer;
    }

    private static SipMessage next(BlockingQueue<SipMessage> queue, String what)
            throws InterruptedException {
        return Optional.ofNullable(queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .orElseThrow(() -> new AssertionError("no " + what + " came"));
    }

    /** Waits for one packet of sound. */
    void awaitSound() throws IOException {
        sound.setSoTimeout(PATIENCE_SECONDS * 1_000);
        sound.receive(new DatagramPacket(new byte[2_000], 2_000));
    }

    /** Calls the customer at the Contact he registered; To names the number dialled. */
    void call(String number) {
        String to = "<sip:" + number + "@" + REALM + ">";
        ask("INVITE", 1, to, List.of("Contact: " + me(), "Content-Type: application/sdp"), sdp());
    }

    /**
     * Calls anew, without a registration.
     *
     * @param place the Request-URI
     * @param id the Call-ID
     * @param from the From line, and what else says who calls
     */
    void call(String place, String id, List<String> from) {
        customer = place;
        callId = id;
        whoCalls = from;
        List<String> more = List.of("Contact: " + me(), "Content-Type: application/sdp");
        ask("INVITE", 1, "<" + place + ">", more, sdp());
    }

    /** Ends the call that the customer answered. */
    void hangUp() {
        ask("BYE", 2, dialogTo, List.of(), "");
    }

    private void ask(String method, int cseq, String to, List<String> more, String body) {
        List<String> fields =
                new ArrayList<>(
                        List.of(
                                "Via: SIP/2.0/UDP 127.0.0.1:%d;rport;branch=z9hG4bK%s%d"
                                        .formatted(port(), method, callId.hashCode() & 0xffffffL),
                                "Max-Forwards: 70",
                                "To: " + to,
                                "Call-ID: " + callId,
                                "CSeq: " + cseq + " " + method));
        fields.addAll(whoCalls);
        fields.addAll(more);
        SipMessage message = new SipMessage(method + " " + customer + " SIP/2.0", fields, body);
        // "sip:" has no authority of its own for java.net.URI.
        URI place = URI.create(customer.replaceFirst("^sip:", "sip://"));
        send(message, new InetSocketAddress(place.getHost(), place.getPort()));
    }

    private String me() {
        return "<sip:net@127.0.0.1:" + port() + ">";
    }

    private String sdp() {
        return String.join(
                "\r\n",
                "v=0",
                "o=- 1 1 IN IP4 127.0.0.1",
                "s=-",
                "c=IN IP4 127.0.0.1",
                "t=0 0",
                "m=audio " + sound.getLocalPort() + " RTP/AVP 8",
                "a=rtpmap:8 PCMA/8000",
                "");
    }

    private void receive() {
        byte[] buffer = new byte[65_536];
        while (!sip.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                sip.receive(packet);
                take(SipMessage.parse(buffer, packet.getLength()), packet.getSocketAddress());
            } catch (IOException e) {
                // An ICMP error of an earlier packet, or the end.
            }
        }
    }

    private void take(SipMessage message, SocketAddress from) {
        if (message.isResponse()) {
            answered(message);
            return;
        }
        requests.incrementAndGet();
        switch (message.method()) {
            case "REGISTER" -> register(message, from);
            case "INVITE" -> invited(message, from);
            case "BYE" -> {
                send(message.answer("200 OK", List.of(), ""), from);
                once(message, byes);
            }
            default -> {}
        }
    }

    private void answered(SipMessage answer) {
        if (answer.method().equals("INVITE") && answer.status() == 200) {
            dialogTo = answer.required("To");
            ask("ACK", 1, dialogTo, List.of(), "");
        }
        answers.add(answer);
    }

    private void register(SipMessage message, SocketAddress from) {
        if (!refusal.isEmpty()) {
            send(message.answer(refusal, List.of(), ""), from);
        } else if (proof.isGiven("REGISTER", message.field("Authorization"))) {
            customer = message.contact();
            send(
                    message.answer(
                            "200 OK", List.of("Contact: <" + customer + ">;expires=120"), ""),
                    from);
            once(message, registrations);
        } else {
            List<String> asks = List.of("WWW-Authenticate: " + proof.challenge());
            send(message.answer("401 Unauthorized", asks, ""), from);
        }
    }

    private void invited(SipMessage message, SocketAddress from) {
        if (proof.isGiven("INVITE", message.field("Proxy-Authorization"))) {
            List<String> contact = List.of("Contact: " + me());
            List<String> typed = List.of("Contact: " + me(), "Content-Type: application/sdp");
            send(message.answer("180 Ringing", contact, ""), from);
            send(message.answer("200 OK", typed, sdp()), from);
            once(message, calls);
        } else {
            List<String> asks = List.of("Proxy-Authenticate: " + proof.challenge());
            send(message.answer("407 Proxy Authentication Required", asks, ""), from);
        }
    }

    /** A request that comes again, since its answer was late, is told once. */
    private void once(SipMessage message, BlockingQueue<SipMessage> queue) {
        if (seen.add(message.required("Call-ID") + " " + message.required("CSeq"))) {
            queue.add(message);
        }
    }

    private void send(SipMessage message, SocketAddress to) {
        byte[] octets = message.octets();
        try {
            sip.send(new DatagramPacket(octets, octets.length, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sip.close();
        sound.close();
    }
}
