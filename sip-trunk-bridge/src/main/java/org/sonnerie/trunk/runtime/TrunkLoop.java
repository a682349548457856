package org.sonnerie.trunk.runtime;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.trunk.agent.AgentOutput;
import org.sonnerie.trunk.agent.SipAgent;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.routing.TrunkTable;
import org.sonnerie.trunk.sip.Hop;
import org.sonnerie.trunk.sip.SipMessage;
import org.sonnerie.trunk.transport.Gate;

/**
 * The one thread that owns the agent: takes from the mailbox, lets the agent decide, carries out.
 */
final class TrunkLoop {
    private static final Logger LOG = LoggerFactory.getLogger(TrunkLoop.class);
    private static final int MOST_WAITING = 10_000;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final SipAgent agent;
    private final InstantSource clock;
    private final Gate gate;
    private final Counters counters;
    private final Consumer<TrunkEvent> events;
    private final Wire wire;
    private final BlockingQueue<LoopInput> mailbox = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<TrunkCallId, String> sipCallIds = new ConcurrentHashMap<>();
    private TrunkTable admitted = TrunkTable.EMPTY;
    private Set<String> guests = Set.of();
    private volatile long callsNow;

    /** How the loop's messages leave. */
    interface Wire {
        void send(SipMessage message, Hop hop);
    }

    TrunkLoop(
            SipAgent agent,
            InstantSource clock,
            Gate gate,
            Counters counters,
            Consumer<TrunkEvent> events,
            Wire wire) {
        this.agent = agent;
        this.clock = clock;
        this.gate = gate;
        this.counters = counters;
        this.events = events;
        this.wire = wire;
    }

    /** Hands over what must not be lost. */
    void submit(LoopInput input) {
        mailbox.add(input);
    }

    /** Hands over what came from the network; dropped and counted where too much waits. */
    void offer(LoopInput.Received input) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            counters.count("sip_dropped_overload");
        } else {
            mailbox.add(input);
        }
    }

    Optional<String> sipCallId(TrunkCallId call) {
        return Optional.ofNullable(sipCallIds.get(call));
    }

    long callsNow() {
        return callsNow;
    }

    void run() {
        boolean stopping = false;
        Instant end = Instant.MAX;
        while (!stopping || (!agent.quiet() && clock.instant().isBefore(end))) {
            Optional<LoopInput> input = next();
            if (input.filter(LoopInput.Stop.class::isInstance).isPresent()) {
                stopping = true;
                end = clock.instant().plus(FAREWELL);
            }
            step(input);
        }
    }

    private Optional<LoopInput> next() {
        try {
            Instant now = clock.instant();
            Instant latest = now.plus(LONGEST_WAIT);
            Instant until = agent.deadline().isBefore(latest) ? agent.deadline() : latest;
            long nanos = until.isAfter(now) ? Duration.between(now, until).toNanos() : 0;
            return Optional.ofNullable(mailbox.poll(nanos, TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            // Only close() ends the loop: it says so in the mailbox.
            counters.count("sip_loop_interrupts");
            return Optional.empty();
        }
    }

    /** One input must not end the service for all: a fault is told once and the loop goes on. */
    private void step(Optional<LoopInput> input) {
        try {
            Instant now = clock.instant();
            input.ifPresent(given -> handle(given, now));
            if (!now.isBefore(agent.deadline())) {
                agent.tick(now);
            }
        } catch (RuntimeException e) {
            counters.count("sip_loop_faults");
            LOG.error("a SIP input could not be handled and was dropped", e);
        }
        // Before anything is sent: the answer may be back at once.
        if (!agent.trunks().equals(admitted) || !agent.guests().equals(guests)) {
            admitted = agent.trunks();
            guests = agent.guests();
            gate.admit(admitted, guests);
        }
        for (AgentOutput output : agent.drain()) {
            carryOut(output);
        }
        callsNow = agent.calls();
    }

    private void handle(LoopInput input, Instant now) {
        switch (input) {
            case LoopInput.Command(var command) -> agent.command(command, now);
            case LoopInput.Received(var result, var source) -> {
                waiting.decrementAndGet();
                agent.receive(result, source, now);
            }
            case LoopInput.SendFailed(var message) -> agent.sendFailed(message, now);
            case LoopInput.Resolved(var host, var addresses) -> agent.resolved(host, addresses);
            case LoopInput.Stop() -> agent.shutDown(now);
        }
    }

    private void carryOut(AgentOutput output) {
        try {
            switch (output) {
                case AgentOutput.Transmit(SipMessage message, Hop hop) -> {
                    counters.count("sip_messages_sent");
                    wire.send(message, hop);
                }
                case AgentOutput.Emit(TrunkEvent event) -> emit(event);
                case AgentOutput.Named(TrunkCallId call, Optional<String> id) ->
                        id.ifPresentOrElse(
                                known -> sipCallIds.put(call, known),
                                () -> sipCallIds.remove(call));
                case AgentOutput.Resolve(String host) ->
                        Thread.ofVirtual().name("trunk-lookup").start(() -> lookUp(host));
            }
        } catch (RuntimeException e) {
            counters.count("sip_loop_faults");
            LOG.error("an effect of the SIP side failed", e);
        }
    }

    private void emit(TrunkEvent event) {
        switch (event) {
            case TrunkEvent.CallArrived arrived ->
                    LOG.info("call={} trunk={} arrived", arrived.call(), arrived.trunk());
            case TrunkEvent.Ended ended ->
                    LOG.info(
                            "call={} ended cause={} status={}",
                            ended.call(),
                            ended.cause(),
                            ended.sipStatus());
            case TrunkEvent.TrunkStateChanged changed ->
                    LOG.info(
                            "trunk={} state={} {}",
                            changed.trunk(),
                            changed.state(),
                            changed.detail());
            case TrunkEvent.Probed probed ->
                    LOG.info("trunk={} asked: {}", probed.trunk(), probed.sipStatus());
            case TrunkEvent.Ringing _,
                    TrunkEvent.EarlyMedia _,
                    TrunkEvent.Answered _,
                    TrunkEvent.Reoffered _ ->
                    LOG.debug("{}", event.getClass().getSimpleName());
        }
        events.accept(event);
    }

    private void lookUp(String host) {
        List<String> found = Names.lookUp(host).stream().map(InetAddress::getHostAddress).toList();
        submit(new LoopInput.Resolved(host, found));
    }
}
