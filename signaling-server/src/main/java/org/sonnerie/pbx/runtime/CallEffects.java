package org.sonnerie.pbx.runtime;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEffect;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.Leg;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.MailboxEffect;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.NameEffect;
import org.sonnerie.pbx.call.RecordingEffect;
import org.sonnerie.pbx.call.SecretRole;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination.ToOutside;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.room.Comer;

/**
 * Performs the effects of one call through the ports. Owned by the call's thread; what comes back
 * later (a finished negotiation) re-enters through the loop's mailbox.
 */
final class CallEffects {
    /**
     * A prompt that asks for a PIN is not longer than this; the time for typing counts from its
     * end.
     */
    private static final Duration PIN_PROMPT = Duration.ofSeconds(6);

    private static final Logger LOG = LoggerFactory.getLogger(CallEffects.class);

    private final CallId call;
    private final CompanyPlan plan;
    private final World world;
    private final CallLoop loop;
    private final Map<LegId, Hears> hearing = new HashMap<>();
    private final Map<LegId, PinCollector> secrets = new HashMap<>();
    private final Map<LegId, CompletableFuture<String>> trunkAnswers = new HashMap<>();
    private final Map<LegId, Media.TrunkSource> trunkSources = new HashMap<>();
    private final Map<LegId, List<MessageId>> left = new HashMap<>();
    private final Set<LegId> over = new HashSet<>();

    CallEffects(CallId call, CompanyPlan plan, World world, CallLoop loop) {
        this.call = call;
        this.plan = plan;
        this.world = world;
        this.loop = loop;
    }

    /** Remembers the answer that an outside caller will get when the call is answered. */
    void expectAnswer(LegId leg, Media.TrunkSource source, CompletableFuture<String> answer) {
        trunkSources.put(leg, source);
        trunkAnswers.put(leg, answer);
    }

    /** Remembers an outside caller who is refused before he has sound. */
    void expectRefusal(LegId leg, Media.TrunkSource source) {
        trunkSources.put(leg, source);
    }

    void perform(CallEffect effect) {
        switch (effect) {
            case CallEffect.RingPerson(var leg, var person) ->
                    new RingEffects(world, loop).ring(leg, person);
            case CallEffect.WakePerson(var leg, _) -> new RingEffects(world, loop).wake(leg);
            case CallEffect.CallOutside order -> callOutside(order);
            case CallEffect.OrderMembers(var leg, var group) ->
                    loop.post(
                            new CallEvent.MembersOrdered(
                                    loop.now(), leg, group, loop.order(group)));
            case CallEffect.AskQueue _ -> loop.askQueue();
            case CallEffect.SignalRinging(var leg) -> world.trunks().ring(leg);
            case CallEffect.AnswerTrunk(var leg) -> answerTrunk(leg);
            case CallEffect.EndLeg(var leg, var reason) -> end(leg, reason);
            case CallEffect.Hear(var leg, var hears) -> hear(leg, hears);
            case CallEffect.Mute(var leg, var muted) -> world.media().mute(leg, muted);
            case CallEffect.SendDigits(var leg, var keys) -> world.media().sendDigits(leg, keys);
            case CallEffect.CollectRoomPin(var leg, var room) -> collect(leg, room);
            case CallEffect.CollectMailboxPin(var leg, var extension) -> collect(leg, extension);
            case CallEffect.RecordMessage order -> record(order);
            case CallEffect.StopRecording(var leg, var message) ->
                    world.media().stopRecording(leg, message);
            case MailboxEffect mailbox ->
                    new MailboxEffects(call, plan, world, loop).perform(mailbox);
            case NameEffect name -> new NameEffects(call, plan, world, loop).perform(name);
            case RecordingEffect recording ->
                    new RecordingEffects(call, plan, world, loop).perform(recording);
            case CallEffect.MarkUrgent(_, var message) -> world.mailboxes().urgent(message);
            case CallEffect.DropMessage(_, var message) -> world.mailboxes().drop(message);
            case CallEffect.RestoreMessage(_, var message) -> world.mailboxes().restore(message);
            case CallEffect.ForwardMessage(_, var message, var box) ->
                    world.mailboxes().forward(plan.company(), message, box);
            case CallEffect.MarkHeard(_, var message) -> world.mailboxes().heard(message);
            case CallEffect.ListMessages(var leg, var box) ->
                    new MailboxEffects(call, plan, world, loop).list(leg, box);
            case CallEffect.EnterRoom order -> enterRoom(order);
            case CallEffect.LeaveRoom(var leg, _) -> world.rooms().left(leg);
            case CallEffect.PressInRoom(var leg, _, var digit) -> world.rooms().pressed(leg, digit);
            case CallEffect.PlayInRoom(_, var room, var sounds) ->
                    world.media().playInRoom(plan, room, sounds);
        }
    }

    private void record(CallEffect.RecordMessage order) {
        var message =
                new Mailboxes.NewMessage(
                        order.message(), plan.company(), order.box(), order.caller(), loop.now());
        try {
            var file = world.mailboxes().begin(message);
            left.computeIfAbsent(order.leg(), _ -> new ArrayList<>()).add(order.message());
            world.media().startRecording(order.leg(), order.message(), file);
        } catch (UncheckedIOException e) {
            LOG.error("call={} no message can be recorded: {}", call, e.getMessage());
            loop.post(new CallEvent.LegEnded(loop.now(), order.leg(), EndReason.NETWORK));
        }
    }

    private void collect(LegId leg, RoomId room) {
        plan.room(room)
                .ifPresent(found ->
                        secrets.put(
                                leg,
                                new PinCollector(
                                        leg,
                                        PinCollector.of(found),
                                        loop.now(),
                                        PIN_PROMPT,
                                        limit(leg, "room", room.text()))));
    }

    private void collect(LegId leg, String extension) {
        secrets.put(
                leg,
                new PinCollector(
                        leg,
                        typed -> role(extension, typed),
                        loop.now(),
                        PIN_PROMPT,
                        limit(leg, "mailbox", extension)));
    }

    private Optional<SecretRole> role(String extension, String typed) {
        var person =
                plan.people().stream()
                        .filter(one -> one.extension().equals(extension))
                        .map(Person::id)
                        .findFirst();
        return Optional.of(SecretRole.OWNER)
                .filter(_ -> world.pins().matches(plan.company(), person, typed));
    }

    /** Wrong PINs count for what they should open, and for whoever types them where known. */
    private PinCollector.Limit limit(LegId leg, String kind, String what) {
        var company = plan.company().text();
        var names =
                Stream.concat(
                                Stream.of(kind + " " + company + " " + what),
                                loop
                                        .nameOf(leg)
                                        .map(who -> "caller " + company + " " + who)
                                        .stream())
                        .toList();
        return new PinCollector.Limit(world.guesses(), names);
    }

    private void enterRoom(CallEffect.EnterRoom order) {
        var comer =
                new Comer(
                        order.leg(),
                        loop.personOf(order.leg()),
                        order.who(),
                        order.role() == SecretRole.MODERATOR);
        world.rooms().came(plan, order.room(), comer, loop::post);
    }

    private void hear(LegId leg, Hears hears) {
        hearing.put(leg, hears);
        world.media().hear(plan, leg, hears);
    }

    private void callOutside(CallEffect.CallOutside order) {
        var trunk = plan.trunk(order.trunk());
        if (trunk.isEmpty()) {
            loop.post(new CallEvent.LegEnded(loop.now(), order.leg(), EndReason.NETWORK));
            return;
        }
        if (!help(order.number()) && !world.belt().begin(order.leg(), plan, order.number())) {
            loop.post(new CallEvent.LegEnded(loop.now(), order.leg(), EndReason.SPENDING_LIMIT));
            return;
        }
        var source = new Media.TrunkSource(plan, order.trunk(), trunk.get().carrier().host());
        trunkSources.put(order.leg(), source);
        whenNegotiated(
                order.leg(),
                world.media().offerTrunk(order.leg(), source),
                (effects, sdp) -> effects.world.trunks().place(order, sdp));
    }

    private boolean help(String number) {
        return Dialling.read(plan, number) instanceof ToOutside(_, boolean emergency) && emergency;
    }

    private void answerTrunk(LegId leg) {
        var answer = trunkAnswers.get(leg);
        if (answer != null) {
            whenNegotiated(leg, answer, (effects, sdp) -> effects.world.trunks().answer(leg, sdp));
        }
    }

    /**
     * Goes on with the SDP on the call's thread, unless the leg is over by then; ends the leg if
     * there is none.
     */
    private void whenNegotiated(
            LegId leg,
            CompletableFuture<String> negotiation,
            BiConsumer<CallEffects, String> next) {
        var _ =
                negotiation.whenComplete((sdp, failure) -> {
                    if (failure == null) {
                        loop.perform(effects -> effects.unlessOver(leg, sdp, next));
                    } else {
                        loop.post(new CallEvent.LegEnded(loop.now(), leg, EndReason.NO_MEDIA));
                    }
                });
    }

    private void unlessOver(LegId leg, String sdp, BiConsumer<CallEffects, String> next) {
        if (!over.contains(leg)) {
            next.accept(this, sdp);
        }
    }

    /** A carrier's re-INVITE: new media, or a refusal that leaves all as it was. */
    void reoffer(LegId leg, String offer) {
        var source = trunkSources.get(leg);
        if (source == null || over.contains(leg)) {
            world.trunks().answerReoffer(leg, Optional.empty());
            return;
        }
        var _ =
                world.media()
                        .answerTrunk(leg, offer, source)
                        .whenComplete((sdp, failure) ->
                                world.trunks()
                                        .answerReoffer(
                                                leg,
                                                failure == null
                                                        ? Optional.of(sdp)
                                                        : Optional.empty()));
    }

    private void end(LegId leg, EndReason reason) {
        over.add(leg);
        secrets.remove(leg);
        hearing.remove(leg);
        world.rooms().left(leg);
        if (trunkSources.containsKey(leg)) {
            world.trunks().end(leg, reason);
            world.belt().ended(leg);
        }
        world.media().close(leg);
        Optional.ofNullable(left.remove(leg))
                .ifPresent(messages -> messages.forEach(world.mailboxes()::callerGone));
    }

    /** A key on a leg: part of a secret, or an event. */
    Optional<CallEvent> key(LegId leg, char digit, Instant now) {
        var secret = secrets.get(leg);
        if (secret == null) {
            passOn(leg, String.valueOf(digit));
            return Optional.of(new CallEvent.DigitPressed(now, leg, digit));
        }
        if (secret.nothingTyped()) {
            hear(leg, new Hears.Nothing());
        }
        var outcome = secret.press(digit, now);
        outcome.ifPresent(_ -> secrets.remove(leg));
        return outcome;
    }

    /** Keys that a page asks to send: to whom the leg hears, or to the call itself (menu, PIN). */
    void sendFrom(LegId leg, String digits) {
        if (hearing.get(leg) instanceof Hears.Other(var other)) {
            world.media().sendDigits(other, digits);
        } else {
            digits.chars().forEach(digit -> loop.press(leg, (char) digit));
        }
    }

    /** Of two who talk the relay passes keys on; where more do, each of the others gets them. */
    private void passOn(LegId leg, String digits) {
        if (hearing.get(leg) instanceof Hears.Together) {
            hearing.keySet().stream()
                    .filter(other -> hearing.get(other) instanceof Hears.Together)
                    .filter(other -> !other.equals(leg))
                    .forEach(other -> world.media().sendDigits(other, digits));
        }
    }

    Optional<Instant> secretDeadline() {
        return secrets.values().stream().map(PinCollector::deadline).min(Instant::compareTo);
    }

    /** The secrets for which no key came in time, as events. */
    List<CallEvent> secretsOver(Instant now) {
        var late =
                secrets.entrySet().stream()
                        .filter(entry -> !now.isBefore(entry.getValue().deadline()))
                        .map(Map.Entry::getKey)
                        .toList();
        return late.stream().map(leg -> lateOutcome(leg, now)).toList();
    }

    private CallEvent lateOutcome(LegId leg, Instant now) {
        var secret = secrets.remove(leg);
        return secret == null ? new CallEvent.SecretRefused(now, leg) : secret.outcome(now);
    }

    /** The events that end every leg. */
    List<CallEvent> allOver(Call present, Instant now) {
        return present.legs().stream()
                .map(Leg::id)
                .<CallEvent>map(leg -> new CallEvent.LegEnded(now, leg, EndReason.NETWORK))
                .toList();
    }

    /** Frees what an ended call may still hold; nothing, if it ended as calls do. */
    void free(List<Leg> legs) {
        var left = new HashSet<>(trunkSources.keySet());
        left.addAll(hearing.keySet());
        legs.forEach(leg -> left.add(leg.id()));
        left.removeAll(over);
        left.forEach(this::free);
    }

    private void free(LegId leg) {
        try {
            end(leg, EndReason.NETWORK);
        } catch (RuntimeException defect) {
            LOG.error("call={} leg={} could not be freed", call, leg, defect);
        }
    }

    /** Shows a view again, where only who carries its media changed. */
    void show(CallView view) {
        world.phones().show(view);
    }

    @Override
    public String toString() {
        return "effects of " + call;
    }
}
