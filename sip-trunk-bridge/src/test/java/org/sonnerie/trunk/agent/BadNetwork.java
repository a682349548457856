package org.sonnerie.trunk.agent;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import org.sonnerie.trunk.api.TrunkAccount;
import org.sonnerie.trunk.api.TrunkAccount.Transport;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.api.TrunkId;
import org.sonnerie.trunk.fake.CountingTokens;
import org.sonnerie.trunk.sip.Hop;
import org.sonnerie.trunk.sip.OwnAddress;
import org.sonnerie.trunk.sip.ParseResult;
import org.sonnerie.trunk.sip.SipParser;
import org.sonnerie.trunk.sip.SipText;
import org.sonnerie.trunk.sip.SipWriter;

/** Two agents joined in memory by a network that loses, delays and repeats; time is its own. */
final class BadNetwork {
    static final TrunkId TRUNK = new TrunkId("other");

    private final Random random;
    private final int lossPercent;
    private final PriorityQueue<Packet> underway =
            new PriorityQueue<>(
                    Comparator.comparing(Packet::arrives).thenComparingLong(Packet::number));
    final Side us;
    final Side carrier;
    private Instant now = Instant.EPOCH;
    private final List<String> trace = new ArrayList<>();
    private long sent;

    private record Packet(
            ParseResult content, Hop source, Side target, Instant arrives, long number) {}

    BadNetwork(long seed, int lossPercent, Transport transport) {
        this.random = new Random(seed);
        this.lossPercent = lossPercent;
        this.us = new Side("u", "192.0.2.1");
        this.carrier = new Side("c", "198.51.100.1");
        us.knows(carrier, transport);
        carrier.knows(us, transport);
    }

    /** One end. */
    final class Side {
        final List<TrunkEvent> events = new ArrayList<>();
        final Map<String, Integer> counted = new TreeMap<>();
        private final String address;
        private final SipAgent agent;

        Side(String name, String address) {
            this.address = address;
            this.agent =
                    new SipAgent(
                            new OwnAddress(address, 5060),
                            new CountingTokens(name),
                            what -> counted.merge(what, 1, Integer::sum));
        }

        private void knows(Side other, Transport transport) {
            TrunkAccount account =
                    new TrunkAccount(
                            TRUNK, transport, other.address, 5060, List.of(), Optional.empty());
            does(new TrunkCommand.Configure(List.of(account)));
        }

        void does(TrunkCommand command) {
            agent.command(command, now);
            flush();
        }

        int calls() {
            return agent.calls();
        }

        <T extends TrunkEvent> List<T> heard(Class<T> kind) {
            return events.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        private void flush() {
            for (AgentOutput output : agent.drain()) {
                if (output instanceof AgentOutput.Emit(TrunkEvent event)) {
                    events.add(event);
                } else if (output instanceof AgentOutput.Transmit(var message, Hop hop)) {
                    carry(SipWriter.write(message), hop, this);
                }
            }
        }
    }

    /** Every packet, for the eyes of who looks for a fault. */
    String trace() {
        return String.join("\n", trace);
    }

    private void carry(byte[] octets, Hop hop, Side from) {
        boolean reliable = hop.transport() == Transport.TCP;
        boolean lost = !reliable && random.nextInt(100) < lossPercent;
        int copies = lost ? 0 : !reliable && random.nextInt(100) < lossPercent / 3 ? 2 : 1;
        String line = SipText.utf8(new String(octets, StandardCharsets.ISO_8859_1));
        trace.add(now + " " + from.address + " x" + copies + " " + line.lines().limit(7).toList());
        Side to = hop.host().equals(us.address) ? us : carrier;
        Hop source = new Hop(hop.transport(), from.address, 5060, 0);
        for (int i = 0; i < copies; i++) {
            int delay = lossPercent == 0 || reliable ? 5 : 5 + random.nextInt(200);
            sent++;
            underway.add(
                    new Packet(SipParser.parse(octets), source, to, now.plusMillis(delay), sent));
        }
    }

    /** Lets the time pass in which everything happens that is due. */
    void pass(Duration time) {
        Instant end = now.plus(time);
        while (true) {
            Instant packet = underway.isEmpty() ? Instant.MAX : underway.peek().arrives();
            Instant next =
                    earliest(packet, earliest(us.agent.deadline(), carrier.agent.deadline()));
            if (next.isAfter(end)) {
                break;
            }
            now = next.isBefore(now) ? now : next;
            if (packet.equals(next)) {
                Packet arrived = underway.remove();
                arrived.target().agent.receive(arrived.content(), arrived.source(), now);
            }
            us.agent.tick(now);
            carrier.agent.tick(now);
            us.flush();
            carrier.flush();
        }
        now = end;
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
