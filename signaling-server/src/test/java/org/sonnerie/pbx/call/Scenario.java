package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.LoggedCall;

/**
 * One call told in sentences, with a clock of its own: {@code alice.dials("102"); bob.answers();
 * alice.hears(bob);}.
 */
final class Scenario {
    static final Instant BEGIN = Instant.parse("2026-11-23T10:00:00Z");
    private static final CallId CALL = new CallId("c");

    final Party alice = new Party(this, Optional.of(DemoCompany.ALICE));
    final Party bob = new Party(this, Optional.of(DemoCompany.BOB));
    final Party carol = new Party(this, Optional.of(DemoCompany.CAROL));

    /** Somebody on the phone network, calling or called. */
    final Party outsider = new Party(this, Optional.empty());

    private final CompanyPlan plan;
    private final List<CallEvent> log = new ArrayList<>();
    private final List<CallEffect> effects = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>();
    private final Map<LegId, Hears> hears = new HashMap<>();
    private Instant now = BEGIN;
    private Optional<Call> call = Optional.empty();

    /** How every mailbox stands; empty: nothing is told. */
    private Optional<MailboxFacts> mailbox = Optional.of(MailboxFacts.NONE);

    /** Who has recorded his name; empty: nothing is told. */
    private Optional<List<NamesTold.Name>> names = Optional.of(List.of());

    Scenario() {
        this(DemoCompany.plan());
    }

    Scenario(CompanyPlan plan) {
        this.plan = plan;
    }

    void aliceTalksToBob() {
        alice.dials("102");
        bob.rings();
        bob.answers();
    }

    CompanyPlan plan() {
        return plan;
    }

    Instant now() {
        return now;
    }

    Call call() {
        return call.orElseThrow();
    }

    List<CallEvent> log() {
        return log;
    }

    /** Its log, as it is read back from the database. */
    LoggedCall logged() {
        return new LoggedCall(CALL, plan, log);
    }

    List<CallEffect> effects() {
        return effects;
    }

    List<Reason> reasons() {
        return reasons;
    }

    Optional<Hears> heardBy(LegId leg) {
        return Optional.ofNullable(hears.get(leg));
    }

    /** An event happens; what was asked before is forgotten, so that effects are this event's. */
    void happens(CallEvent event) {
        effects.clear();
        take(event);
        tellMailbox();
        tellNames();
    }

    /** Those who have recorded their names; told at once, unless nothing is told. */
    private void tellNames() {
        for (CallEffect effect : List.copyOf(effects)) {
            if (effect instanceof NameEffect.AskNames(var leg, var people)) {
                names.map(known ->
                                known.stream()
                                        .filter(one -> people.contains(one.person()))
                                        .toList())
                        .ifPresent(known -> take(new NamesTold(now, leg, known)));
            }
        }
    }

    /** A mailbox that is asked for tells at once how it stands. */
    private void tellMailbox() {
        for (CallEffect effect : List.copyOf(effects)) {
            if (effect instanceof MailboxEffect.AskMailbox(var leg, var box)) {
                mailbox.ifPresent(facts -> take(new MailboxTold(now, leg, box, facts)));
            }
        }
    }

    private void take(CallEvent event) {
        Transition transition =
                call.map(running -> running.on(event))
                        .orElseGet(() -> Call.start(CALL, plan, event));
        log.add(event);
        call = Optional.of(transition.call());
        effects.addAll(transition.effects());
        reasons.addAll(transition.reasons());
        transition.effects().forEach(this::perform);
    }

    private void perform(CallEffect effect) {
        switch (effect) {
            case CallEffect.Hear(var leg, var what) -> hears.put(leg, what);
            case CallEffect.EndLeg(var leg, var _) -> hears.remove(leg);
            case CallEffect.RingPerson _,
                    CallEffect.WakePerson _,
                    CallEffect.CallOutside _,
                    CallEffect.OrderMembers _,
                    CallEffect.AskQueue _,
                    CallEffect.SignalRinging _,
                    CallEffect.AnswerTrunk _,
                    CallEffect.Mute _,
                    CallEffect.SendDigits _,
                    CallEffect.CollectRoomPin _,
                    CallEffect.CollectMailboxPin _,
                    CallEffect.RestoreMessage _,
                    CallEffect.ForwardMessage _,
                    CallEffect.RecordMessage _,
                    CallEffect.StopRecording _,
                    CallEffect.MarkUrgent _,
                    CallEffect.DropMessage _,
                    CallEffect.ListMessages _,
                    CallEffect.MarkHeard _,
                    CallEffect.EnterRoom _,
                    CallEffect.LeaveRoom _,
                    CallEffect.PressInRoom _,
                    CallEffect.PlayInRoom _,
                    MailboxEffect _,
                    NameEffect _,
                    RecordingEffect _ -> {}
        }
    }

    /** A programme that is over leaves silence behind. */
    void silence(LegId leg) {
        hears.put(leg, new Hears.Nothing());
    }

    void names(Optional<List<NamesTold.Name>> known) {
        names = known;
    }

    void mailboxes(Optional<MailboxFacts> facts) {
        mailbox = facts;
    }

    /** Time passes; the call is woken whenever it asked for it. */
    void passes(double seconds) {
        Instant end = now.plus(Duration.ofMillis(Math.round(seconds * 1_000)));
        while (call.flatMap(Call::deadline).filter(due -> !due.isAfter(end)).isPresent()) {
            now = call().deadline().orElseThrow();
            happens(new CallEvent.TimedOut(now));
        }
        now = end;
    }

    /** The order in which a group is rung is found. */
    void isOrdered(GroupId group, PersonId... members) {
        LegId lead = call().aside().orElseGet(() -> call().path()).lead();
        happens(new CallEvent.MembersOrdered(now, lead, group, List.of(members)));
    }

    void serverRestarts() {
        happens(new CallEvent.ServerRestarted(now));
    }

    void isOver() {
        assertThat(call().ended()).isTrue();
        assertThat(call().deadline()).isEmpty();
    }

    void goesOn() {
        assertThat(call().ended()).isFalse();
    }
}
