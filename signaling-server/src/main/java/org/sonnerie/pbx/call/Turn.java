package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;

/**
 * One event being taken in: the call as it becomes, and what must be done. Used by one {@link
 * Call#on} and then gone.
 *
 * <p>What legs hear is not said by those who change the call: it follows from what the call is
 * ({@link Ears}), and {@link #done} tells the difference. So nothing can be forgotten when a page
 * returns or a hold ends.
 */
final class Turn {
    private final CallId id;
    private final CompanyPlan plan;
    private final Instant began;
    private final String dialled;
    private final Instant at;
    private final List<Leg> legs;
    private final Map<LegId, Hears> heard = new HashMap<>();
    private final Set<LegId> forgotten = new HashSet<>();
    private final List<CallEffect> effects = new ArrayList<>();
    private final List<CallEffect> lastEffects = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>();
    private Stage stage;
    private Destination target;
    private int plays;

    /** The first turn of a call that has no leg yet. */
    Turn(Call empty) {
        this(empty, empty.began());
    }

    /**
     * A turn of a call.
     *
     * @param call as it was
     * @param at when the event happened
     */
    Turn(Call call, Instant at) {
        this.id = call.id();
        this.plan = call.plan();
        this.began = call.began();
        this.dialled = call.dialled();
        this.at = at;
        this.legs = new ArrayList<>(call.legs());
        this.stage = call.stage();
        this.target = call.target();
        this.plays = call.plays();
        for (Leg leg : legs) {
            Ears.hearing(call, leg).ifPresent(hears -> heard.put(leg.id(), hears));
        }
    }

    Instant at() {
        return at;
    }

    CompanyPlan plan() {
        return plan;
    }

    Stage stage() {
        return stage;
    }

    void stage(Stage next) {
        stage = next;
    }

    void target(Destination next) {
        target = next;
    }

    /** The caller: the first leg. */
    Leg caller() {
        return legs.getFirst();
    }

    boolean isCaller(LegId leg) {
        return caller().id().equals(leg);
    }

    /** A leg that is not over. */
    Optional<Leg> live(LegId leg) {
        return legs.stream().filter(one -> one.id().equals(leg) && !one.over()).findFirst();
    }

    /** The legs that were called and are not over. */
    List<Leg> liveCalled() {
        return legs.stream().filter(leg -> leg.called() && !leg.over()).toList();
    }

    /** Whether a page has been waited for long enough. */
    boolean anyPageDue() {
        return legs.stream()
                .flatMap(leg -> leg.lostUntil().stream())
                .anyMatch(until -> !until.isAfter(at));
    }

    void put(Leg changed) {
        legs.replaceAll(leg -> leg.id().equals(changed.id()) ? changed : leg);
    }

    void addCaller(LegId leg, Who who, Leg.State state) {
        legs.add(newLeg(leg, who, false, state));
    }

    LegId addCalled(Who who) {
        int number = legs.size() + 1;
        LegId leg = new LegId(id.text() + "-" + number);
        legs.add(newLeg(leg, who, true, Leg.State.TRYING));
        return leg;
    }

    private static Leg newLeg(LegId leg, Who who, boolean called, Leg.State state) {
        return new Leg(
                leg,
                who,
                called,
                state,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** Answers the caller if he is an outsider who still waits, and lets his talking time begin. */
    void answerCaller() {
        Leg caller = caller();
        if (!caller.up()) {
            effect(new CallEffect.AnswerTrunk(caller.id()));
        }
        put(caller.talkingSince(at));
    }

    void end(Leg leg, EndReason reason) {
        if (!leg.over()) {
            put(leg.ended(reason));
            effect(new CallEffect.EndLeg(leg.id(), reason));
        }
    }

    /** Ends every leg and the call. */
    void endAll(EndReason reason, Optional<LegId> by) {
        if (stage instanceof Stage.Conferring(var room)) {
            lastly(
                    new CallEffect.PlayInRoom(
                            caller().id(),
                            room,
                            List.of(new CallSound.Tone(CallEffect.ToneKind.LEAVE))));
        }
        for (Leg leg : List.copyOf(legs)) {
            end(leg, reason);
        }
        stage = new Stage.Over(reason);
        because(new Reason.Over(reason, by));
    }

    void endAll(EndReason reason) {
        endAll(reason, Optional.empty());
    }

    /** A programme with a name of its own. */
    Hears.Programme programme(boolean repeat, List<CallSound> sounds) {
        plays++;
        return new Hears.Programme(new PlayId(id.text() + "-p" + plays), sounds, repeat);
    }

    void effect(CallEffect effect) {
        effects.add(effect);
    }

    /** An effect that comes after what the legs hear has been said. */
    void lastly(CallEffect effect) {
        lastEffects.add(effect);
    }

    /** Says again what this leg hears, even if it is the same: its media may be new. */
    void sayAgain(LegId leg) {
        forgotten.add(leg);
    }

    void because(Reason reason) {
        reasons.add(reason);
    }

    Transition done() {
        Call call = new Call(id, plan, began, legs, stage, target, dialled, plays);
        List<CallEffect> all = new ArrayList<>(effects);
        for (Leg leg : legs) {
            Ears.hearing(call, leg)
                    .filter(hears -> isNews(leg.id(), hears))
                    .ifPresent(hears -> all.add(new CallEffect.Hear(leg.id(), hears)));
        }
        all.addAll(lastEffects);
        return new Transition(call, all, reasons);
    }

    private boolean isNews(LegId leg, Hears hears) {
        if (forgotten.contains(leg)) {
            return true;
        }
        // A leg whose media is new hears nothing until told otherwise.
        return !heard.getOrDefault(leg, new Hears.Nothing()).equals(hears);
    }
}
