package org.sonnerie.trunk.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sonnerie.trunk.api.HangupCause;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.dialog.InboundLeg;
import org.sonnerie.trunk.dialog.Leg;
import org.sonnerie.trunk.dialog.LegContext;
import org.sonnerie.trunk.dialog.OutboundLeg;
import org.sonnerie.trunk.registration.TrunkWatch;
import org.sonnerie.trunk.routing.Trunk;
import org.sonnerie.trunk.routing.TrunkTable;
import org.sonnerie.trunk.sip.ClientKey;
import org.sonnerie.trunk.sip.Hop;
import org.sonnerie.trunk.sip.OwnAddress;
import org.sonnerie.trunk.sip.ParseResult;
import org.sonnerie.trunk.sip.ServerKey;
import org.sonnerie.trunk.sip.SipMessage;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipResponse;
import org.sonnerie.trunk.sip.Timing;
import org.sonnerie.trunk.sip.Tokens;
import org.sonnerie.trunk.sip.TransactionLayer;
import org.sonnerie.trunk.sip.TransactionOutput;
import org.sonnerie.trunk.sip.UserEffect;

/** The user agent (RFC 3261 section 8). Owned by one thread. */
public final class SipAgent {
    private static final int MOST_LEGS = 2_000;
    private static final Duration RESOLVE_EVERY = Duration.ofMinutes(1);

    private final OwnAddress own;
    private final Tokens tokens;
    private final Counter counter;
    private final TransactionLayer transactions = new TransactionLayer();
    private final LegTable legs = new LegTable();
    private final Watches watches;
    private TrunkTable trunks = TrunkTable.EMPTY;
    private Instant resolveAt = Timing.NEVER;
    private List<AgentOutput> outputs = new ArrayList<>();

    /**
     * Knows no trunk.
     *
     * @param own our address
     * @param tokens random names
     * @param counter for what happens often
     */
    public SipAgent(OwnAddress own, Tokens tokens, Counter counter) {
        this.own = own;
        this.tokens = tokens;
        this.counter = counter;
        this.watches = new Watches(own, tokens);
    }

    /**
     * The trunks as they are.
     *
     * @return immutable
     */
    public TrunkTable trunks() {
        return trunks;
    }

    /**
     * Hosts that are no trunk's own, but whose calls a trunk brought about: a carrier's Contact may
     * name another machine. Only requests inside these dialogs are taken from them. And those of a
     * trunk that is no more, until they have answered its last question.
     *
     * @return as the Contacts name them
     */
    public Set<String> guests() {
        Set<String> guests = new HashSet<>(watches.guests());
        guests.addAll(legs.guests());
        return guests;
    }

    /**
     * How many calls there are.
     *
     * @return those over trunks, in whatever state
     */
    public int calls() {
        return legs.size();
    }

    /**
     * Does what the user of the bridge wants.
     *
     * @param command what
     * @param now the time
     */
    public void command(TrunkCommand command, Instant now) {
        switch (command) {
            case TrunkCommand.Configure configure -> configure(configure, now);
            case TrunkCommand.PlaceCall order -> place(order);
            case TrunkCommand.Probe probe -> trunks.find(probe.trunk()).ifPresent(watches::probe);
            case TrunkCommand.Ring _,
                    TrunkCommand.Progress _,
                    TrunkCommand.Answer _,
                    TrunkCommand.HangUp _,
                    TrunkCommand.AnswerReoffer _ ->
                    legs.find(command)
                            .ifPresentOrElse(
                                    leg -> LegCommands.apply(command, leg, now), this::dropped);
        }
        legs.find(command).ifPresent(leg -> settle(leg, now));
        pump(now);
    }

    private void dropped() {
        counter.count("sip_commands_dropped");
    }

    private void configure(TrunkCommand.Configure configure, Instant now) {
        TrunkTable before = trunks;
        trunks = trunks.configured(configure.accounts());
        watches.configured(before, trunks).forEach(watch -> settle(watch, now));
        watches.all().forEach(watch -> tick(watch, now));
        resolve(now);
    }

    private void resolve(Instant now) {
        List<String> names = trunks.names();
        names.forEach(host -> outputs.add(new AgentOutput.Resolve(host)));
        resolveAt = names.isEmpty() ? Timing.NEVER : now.plus(RESOLVE_EVERY);
    }

    /**
     * A trunk's host was looked up.
     *
     * @param host the name asked for
     * @param addresses IP literals; empty if it cannot be found: the last ones stay
     */
    public void resolved(String host, List<String> addresses) {
        if (!addresses.isEmpty()) {
            trunks = trunks.resolved(host, addresses);
        }
    }

    private void place(TrunkCommand.PlaceCall order) {
        if (legs.everHad(order.call())) {
            dropped();
            return;
        }
        Optional<Trunk> trunk = trunks.find(order.trunk());
        boolean callable = order.number().matches("\\+?[0-9*#]{1,32}");
        if (trunk.isEmpty() || !callable) {
            HangupCause cause = trunk.isEmpty() ? HangupCause.FAILURE : HangupCause.NOT_FOUND;
            tell(new TrunkEvent.Ended(order.call(), cause, 0));
            return;
        }
        counter.count("sip_calls_out");
        OutboundLeg leg = new OutboundLeg(context(order.call(), trunk.get()), order);
        add(leg);
    }

    private void add(Leg leg) {
        legs.add(leg);
        outputs.add(new AgentOutput.Named(leg.call(), Optional.of(leg.sipCallId())));
    }

    private LegContext context(TrunkCallId call, Trunk trunk) {
        return new LegContext(call, trunk, own, tokens);
    }

    private void tell(TrunkEvent event) {
        outputs.add(new AgentOutput.Emit(event));
    }

    /**
     * Octets came from the network and were read.
     *
     * @param result what they are
     * @param source where from
     * @param now the time
     */
    public void receive(ParseResult result, Hop source, Instant now) {
        boolean guest = guests().contains(source.host()) && Screening.inDialog(result);
        if (!guest && !trunks.knows(source.host())) {
            counter.count("sip_dropped_strangers");
            return;
        }
        switch (result) {
            case ParseResult.Parsed(SipMessage message) ->
                    transactions.receive(message, source, now);
            case ParseResult.Refused(SipResponse answer, _) -> {
                counter.count("sip_refused_malformed");
                outputs.add(new AgentOutput.Transmit(answer, source));
            }
            case ParseResult.Unusable _ -> counter.count("sip_dropped_unusable");
        }
        pump(now);
    }

    /**
     * A message handed out could not be sent.
     *
     * @param message which
     * @param now the time
     */
    public void sendFailed(SipMessage message, Instant now) {
        counter.count("sip_send_failures");
        transactions.sendFailed(message);
        pump(now);
    }

    /**
     * Time went by.
     *
     * @param now the time
     */
    public void tick(Instant now) {
        transactions.tick(now);
        legs.due(now).forEach(due -> with(Optional.of(due), leg -> leg.tick(now), now));
        watches.all().forEach(watch -> tick(watch, now));
        if (!now.isBefore(resolveAt)) {
            resolve(now);
        }
        pump(now);
    }

    private void tick(TrunkWatch watch, Instant now) {
        watch.tick(now);
        settle(watch, now);
    }

    /**
     * When {@link #tick} is due.
     *
     * @return {@link Timing#NEVER} if nothing is awaited
     */
    public Instant deadline() {
        Instant first = Timing.earlier(transactions.deadline(), legs.deadline());
        return Timing.earlier(first, Timing.earlier(watches.deadline(), resolveAt));
    }

    /**
     * Hangs up everything and takes registrations back.
     *
     * @param now the time
     */
    public void shutDown(Instant now) {
        for (Leg up : legs.all()) {
            with(Optional.of(up), leg -> leg.hangUp(HangupCause.UNAVAILABLE, now), now);
        }
        watches.configured(trunks, TrunkTable.EMPTY).forEach(watch -> settle(watch, now));
        resolveAt = Timing.NEVER;
        pump(now);
    }

    /**
     * Tells whether everybody has answered after {@link #shutDown}.
     *
     * @return true if nothing is left to wait for
     */
    public boolean quiet() {
        return legs.size() == 0 && watches.quiet();
    }

    /**
     * Takes what is to be done.
     *
     * @return in order; empty if nothing
     */
    public List<AgentOutput> drain() {
        List<AgentOutput> taken = outputs;
        outputs = new ArrayList<>();
        return taken;
    }

    private void settle(Leg leg, Instant now) {
        for (UserEffect effect : leg.drain()) {
            if (effect instanceof UserEffect.Ask(SipRequest request, _)) {
                legs.asked(leg, ClientKey.of(request));
            }
            perform(effect, now);
        }
        if (leg.over()) {
            legs.remove(leg);
            outputs.add(new AgentOutput.Named(leg.call(), Optional.empty()));
        } else {
            leg.peer().filter(host -> !trunks.knows(host)).ifPresent(h -> legs.guest(leg, h));
            legs.wake(leg);
        }
    }

    private void settle(TrunkWatch watch, Instant now) {
        for (UserEffect effect : watch.drain()) {
            if (effect instanceof UserEffect.Ask(SipRequest request, _)) {
                watches.asked(watch, ClientKey.of(request));
            }
            perform(effect, now);
        }
    }

    private void perform(UserEffect effect, Instant now) {
        switch (effect) {
            case UserEffect.Ask(SipRequest request, Hop hop) ->
                    transactions.request(request, hop, now);
            case UserEffect.Send(SipMessage message, Hop hop) ->
                    outputs.add(new AgentOutput.Transmit(message, hop));
            case UserEffect.Answer(ServerKey key, SipResponse response) ->
                    transactions.respond(key, response, now);
            case UserEffect.Tell(TrunkEvent event) -> tell(event);
        }
    }

    private void pump(Instant now) {
        List<TransactionOutput> taken = transactions.drain();
        while (!taken.isEmpty()) {
            taken.forEach(output -> handle(output, now));
            taken = transactions.drain();
        }
    }

    private void handle(TransactionOutput output, Instant now) {
        switch (output) {
            case TransactionOutput.Transmit(SipMessage message, Hop hop) ->
                    outputs.add(new AgentOutput.Transmit(message, hop));
            case TransactionOutput.Request(ServerKey key, SipRequest request, Hop source) ->
                    request(key, request, source, now);
            case TransactionOutput.Ack(SipRequest ack) ->
                    legs.find(ack)
                            .ifPresent(leg -> {
                                leg.ack(ack, now);
                                settle(leg, now);
                            });
            case TransactionOutput.Response(ClientKey key, SipResponse response) ->
                    response(key, response, now);
            case TransactionOutput.NoAnswer(ClientKey key) -> noAnswer(key, now);
            case TransactionOutput.Stray() -> counter.count("sip_stray_responses");
            case TransactionOutput.Full() -> counter.count("sip_dropped_overload");
        }
    }

    private void with(Optional<? extends Leg> leg, Consumer<Leg> action, Instant now) {
        leg.ifPresent(action);
        leg.ifPresent(acted -> settle(acted, now));
    }

    private void response(ClientKey key, SipResponse response, Instant now) {
        with(legs.find(key), leg -> leg.response(key, response, now), now);
        Optional<TrunkWatch> watch =
                response.provisional() ? watches.find(key) : watches.answered(key);
        watch.ifPresent(asked -> asked.response(key, response, now));
        watch.ifPresent(asked -> settle(asked, now));
    }

    private void noAnswer(ClientKey key, Instant now) {
        with(legs.find(key), leg -> leg.noAnswer(key, now), now);
        Optional<TrunkWatch> watch = watches.answered(key);
        watch.ifPresent(asked -> asked.noAnswer(key, now));
        watch.ifPresent(asked -> settle(asked, now));
    }

    private void request(ServerKey key, SipRequest request, Hop source, Instant now) {
        Optional<SipResponse> refusal = Screening.refusal(request, tokens.next());
        if (refusal.isPresent()) {
            transactions.respond(key, refusal.get(), now);
            return;
        }
        Optional<Leg> leg = request.is("CANCEL") ? legs.find(key.invite()) : legs.find(request);
        if (leg.isPresent()) {
            leg.get().request(key, request, now);
            settle(leg.get(), now);
        } else if (request.is("INVITE") && request.to().tag().isEmpty()) {
            invite(key, request, source, now);
        } else {
            boolean late = request.is("CANCEL") && transactions.knows(key.invite());
            transactions.respond(key, Screening.outOfDialog(request, late, tokens.next()), now);
        }
    }

    private void invite(ServerKey key, SipRequest request, Hop source, Instant now) {
        Optional<Trunk> trunk = trunks.of(request, source);
        if (trunk.isEmpty() || legs.merged(request)) {
            transactions.respond(key, SipResponse.to(request, 482, tokens.next()), now);
        } else if (legs.size() >= MOST_LEGS) {
            counter.count("sip_refused_overload");
            SipResponse busy = SipResponse.to(request, 503, tokens.next());
            transactions.respond(key, busy.with("Retry-After", "10"), now);
        } else {
            counter.count("sip_calls_in");
            TrunkCallId call = new TrunkCallId("in-" + tokens.next());
            Leg leg = new InboundLeg(context(call, trunk.get()), key, request, source, now);
            add(leg);
            settle(leg, now);
        }
    }
}
