package org.sonnerie.trunk.runtime;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.trunk.agent.SipAgent;
import org.sonnerie.trunk.api.TrunkBridge;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.api.TrunkSettings;
import org.sonnerie.trunk.sip.Hop;
import org.sonnerie.trunk.sip.OwnAddress;
import org.sonnerie.trunk.sip.ParseResult;
import org.sonnerie.trunk.sip.SipMessage;
import org.sonnerie.trunk.sip.SipParser;
import org.sonnerie.trunk.transport.Gate;

/**
 * The SIP side, running. Thread safe.
 *
 * <pre>
 * UDP, TCP (virtual threads) -> gate -> parser -> mailbox -> loop (one thread, owns the agent) -> UDP, TCP
 * </pre>
 */
public final class TrunkRuntime implements TrunkBridge {
    private static final Logger LOG = LoggerFactory.getLogger(TrunkRuntime.class);

    private final Ports ports;
    private final Gate gate = new Gate();
    private final Counters counters = new Counters();
    private final UdpSide udp;
    private final TcpSide tcp;
    private final TrunkLoop loop;
    private final Thread thread;

    private TrunkRuntime(
            Ports ports, TrunkSettings settings, Consumer<TrunkEvent> events, InstantSource clock) {
        this.ports = ports;
        TcpSide.Listener listener = new Network();
        udp = new UdpSide(ports.udp(), counters, listener);
        tcp = new TcpSide(ports.tcp(), gate, counters, listener);
        OwnAddress own = new OwnAddress(settings.publicAddress(), ports.number());
        SipAgent agent = new SipAgent(own, new RandomTokens(), counters);
        loop = new TrunkLoop(agent, clock, gate, counters, events, this::send);
        thread = Thread.ofPlatform().name("trunk-loop").daemon().unstarted(loop::run);
    }

    /**
     * Opens the ports and begins to serve. Knows no trunk until the first {@link
     * TrunkCommand.Configure}.
     *
     * @param settings where to listen
     * @param events told on one thread of the runtime, in order; must not block
     * @return the running bridge; close it to free the ports
     * @throws TrunkRuntimeException if a port cannot be opened
     */
    public static TrunkRuntime start(TrunkSettings settings, Consumer<TrunkEvent> events) {
        return start(settings, events, InstantSource.system());
    }

    /** The same by another clock; it is looked at once a second at least. */
    static TrunkRuntime start(
            TrunkSettings settings, Consumer<TrunkEvent> events, InstantSource clock) {
        Ports ports = Ports.open(settings.bindAddress(), settings.sipPort());
        TrunkRuntime runtime = new TrunkRuntime(ports, settings, events, clock);
        runtime.thread.start();
        runtime.udp.start();
        runtime.tcp.start();
        LOG.info("SIP is served on port {}, UDP and TCP", ports.number());
        return runtime;
    }

    /**
     * The port SIP is served on, UDP and TCP.
     *
     * @return 1 to 65535
     */
    public int sipPort() {
        return ports.number();
    }

    @Override
    public void submit(TrunkCommand command) {
        if (command instanceof TrunkCommand.Configure(var accounts)) {
            // At once, so that a call that comes right after is not a stranger's.
            gate.admit(gate.trunks().configured(accounts), gate.guests());
        }
        loop.submit(new LoopInput.Command(command));
    }

    @Override
    public Map<String, Long> counters() {
        Map<String, Long> all = counters.snapshot();
        all.put("sip_calls_now", loop.callsNow());
        return all;
    }

    @Override
    public Optional<String> sipCallId(TrunkCallId call) {
        return loop.sipCallId(call);
    }

    private void send(SipMessage message, Hop hop) {
        if (hop.reliable()) {
            tcp.send(message, hop);
        } else {
            udp.send(message, hop);
        }
    }

    /** Ends all calls with a BYE or a refusal, waits at most a second for the answers. */
    @Override
    public void close() {
        loop.submit(new LoopInput.Stop());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (udp;
                tcp) {
            LOG.info("SIP on port {} ends", ports.number());
        } catch (IOException e) {
            LOG.warn("a SIP port could not be closed", e);
        }
    }

    /** What comes from the network: gated and parsed on the thread that read it. */
    private final class Network implements TcpSide.Listener {
        @Override
        public void received(byte[] octets, Hop source) {
            switch (gate.ask(source.host(), System.nanoTime())) {
                case STRANGER -> counters.count("sip_dropped_strangers");
                case TOO_FAST -> counters.count("sip_dropped_rate");
                case ADMITTED -> {
                    if (octets.length <= 4) {
                        counters.count("sip_keep_alives");
                    } else {
                        counters.count("sip_messages_received");
                        ParseResult result = SipParser.parse(octets);
                        tell(result, source);
                        loop.offer(new LoopInput.Received(result, source));
                    }
                }
            }
        }

        /** For who looks for a fault between two stacks; nothing of the content. */
        private static void tell(ParseResult result, Hop source) {
            switch (result) {
                case ParseResult.Refused(_, String fault) ->
                        LOG.debug("from={} refused: {}", source.host(), fault);
                case ParseResult.Unusable(String fault) ->
                        LOG.debug("from={} dropped: {}", source.host(), fault);
                case ParseResult.Parsed _ -> {}
            }
        }

        @Override
        public void sendFailed(SipMessage message) {
            loop.submit(new LoopInput.SendFailed(message));
        }
    }
}
