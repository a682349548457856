package org.sonnerie.trunk.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonnerie.trunk.api.TrunkAccount;
import org.sonnerie.trunk.api.TrunkAccount.Transport;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.api.TrunkId;
import org.sonnerie.trunk.fake.CountingTokens;
import org.sonnerie.trunk.fake.Sdp;
import org.sonnerie.trunk.sip.Hop;
import org.sonnerie.trunk.sip.OwnAddress;
import org.sonnerie.trunk.sip.SipMessage;
import org.sonnerie.trunk.sip.SipParser;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipResponse;
import org.sonnerie.trunk.sip.Vectors;

/** One agent and a carrier that says what the test writes. */
final class Script {
    static final TrunkCallId OUT = new TrunkCallId("out-1");
    static final TrunkId TRUNK = new TrunkId("carrier");
    private static final Hop CARRIER = new Hop(Transport.UDP, "192.0.2.1", 5060, 0);

    final List<TrunkEvent> events = new ArrayList<>();
    final List<SipMessage> sent = new ArrayList<>();
    private final SipAgent agent;
    private Instant now = Instant.EPOCH;
    private Hop source = CARRIER;
    private Hop target = CARRIER;
    private int branch;

    Script(Optional<TrunkAccount.Registration> registration) {
        this(new OwnAddress("198.51.100.1", 5060), configure(registration));
    }

    Script(OwnAddress own, TrunkCommand configure) {
        agent = new SipAgent(own, new CountingTokens("t"), _ -> {});
        does(configure);
    }

    static TrunkCommand configure(Optional<TrunkAccount.Registration> registration) {
        return new TrunkCommand.Configure(
                List.of(
                        new TrunkAccount(
                                TRUNK, Transport.UDP, "192.0.2.1", 5060, List.of(), registration)));
    }

    void does(TrunkCommand command) {
        agent.command(command, now);
        take();
    }

    void calls() {
        does(
                new TrunkCommand.PlaceCall(
                        OUT, TRUNK, "+33145678901", Optional.of("+15550100101"), "", Sdp.OFFER));
    }

    void passes(Duration time) {
        Instant end = now.plus(time);
        while (!agent.deadline().isAfter(end)) {
            now = agent.deadline().isBefore(now) ? now : agent.deadline();
            agent.tick(now);
            take();
        }
        now = end;
    }

    /** The carrier sends a request, given without Via. */
    SipResponse asks(String head, String sdp) {
        branch++;
        return sends(head, sdp);
    }

    /** The same in the transaction of the last one: a CANCEL, a repetition. */
    SipResponse asksAgain(String head) {
        return sends(head, "");
    }

    private SipResponse sends(String head, String sdp) {
        String start = head.substring(0, head.indexOf('\n') + 1);
        carrierSends(
                start
                        + "Via: SIP/2.0/UDP 192.0.2.1;rport;branch=z9hG4bKs"
                        + branch
                        + "\n"
                        + head.substring(start.length()),
                sdp);
        return sent.getLast() instanceof SipResponse response ? response : lastResponse();
    }

    /** The carrier answers the last request of a method of ours. */
    void answers(String method, int status, String toTag, String more, String sdp) {
        SipRequest asked = last(method);
        StringBuilder head = new StringBuilder("SIP/2.0 " + status + " x\n");
        for (String name : List.of("Via", "From", "Call-ID", "CSeq")) {
            head.append(name)
                    .append(": ")
                    .append(asked.headers().first(name).orElseThrow())
                    .append('\n');
        }
        String to = asked.headers().first("To").orElseThrow();
        head.append("To: ").append(to).append(to.contains("tag=") ? "" : ";tag=" + toTag);
        carrierSends(head + "\n" + more, sdp);
    }

    /** From now on the carrier's messages come from another of its machines. */
    void carrierSpeaksFrom(String host) {
        source = new Hop(Transport.UDP, host, 5060, 0);
    }

    private void carrierSends(String head, String sdp) {
        String type = sdp.isEmpty() ? "" : "Content-Type: application/sdp\n";
        String text = head + type + "Content-Length: " + sdp.length() + "\n\n";
        byte[] whole = Vectors.message(text + sdp.replace("\r\n", "\n"));
        agent.receive(SipParser.parse(whole), source, now);
        take();
    }

    private void take() {
        for (AgentOutput output : agent.drain()) {
            if (output instanceof AgentOutput.Emit(TrunkEvent event)) {
                events.add(event);
            } else if (output instanceof AgentOutput.Transmit(SipMessage message, Hop hop)) {
                sent.add(message);
                target = hop;
            }
        }
    }

    /** Where the last message went. */
    String target() {
        return target.host();
    }

    List<SipRequest> all(String method) {
        return sent.stream()
                .filter(SipRequest.class::isInstance)
                .map(SipRequest.class::cast)
                .filter(request -> request.is(method))
                .toList();
    }

    SipRequest last(String method) {
        return all(method).getLast();
    }

    SipResponse lastResponse() {
        return sent.stream()
                .filter(SipResponse.class::isInstance)
                .map(SipResponse.class::cast)
                .reduce((_, b) -> b)
                .orElseThrow();
    }

    <T extends TrunkEvent> List<T> heard(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    int legs() {
        return agent.calls();
    }
}
