package org.sonnerie.pbx.call;

import java.time.Instant;
import java.time.LocalDate;
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
import org.sonnerie.pbx.plan.PersonId;

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
    private final Instant at;
    private final List<Leg> legs;
    private final List<Departure> departures;
    private final Map<LegId, Hears> heard = new HashMap<>();
    private final Map<LegId, Stage.Conferring> stayed;
    private final Set<LegId> forgotten = new HashSet<>();
    private final List<CallEffect> effects = new ArrayList<>();
    private final List<CallEffect> lastEffects = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>();
    private Path main;
    private Optional<Path> aside;
    private boolean inAside;
    private int plays;
    private RecordingState recording;
    private Optional<Parting> parting;
    private Optional<Tongue> tongue;
    private Optional<Supervision> supervision;

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
        this.at = at;
        this.legs = new ArrayList<>(call.legs());
        this.departures = new ArrayList<>(call.departures());
        this.main = call.path();
        this.aside = call.aside();
        this.plays = call.sounds().plays();
        this.recording = call.sounds().recording();
        this.parting = call.sounds().parting();
        this.tongue = call.sounds().tongue();
        this.supervision = call.sounds().supervision();
        this.stayed = RoomStay.of(call.paths());
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

    /** The day where the company is. */
    LocalDate today() {
        return at.atZone(plan.facts().timeZone()).toLocalDate();
    }

    // Which way this is about: the caller's, or the one aside.

    /** From now on it is about the way this leg is on. */
    void about(LegId leg) {
        inAside = aside.filter(path -> path.has(leg)).isPresent();
    }

    void aboutMain() {
        inAside = false;
    }

    void aboutAside() {
        inAside = aside.isPresent();
    }

    boolean inAside() {
        return inAside;
    }

    /** The way it is about. */
    Path path() {
        return inAside ? aside.orElseThrow() : main;
    }

    private void path(Path next) {
        if (inAside) {
            aside = Optional.of(next);
        } else {
            main = next;
        }
    }

    Path main() {
        return main;
    }

    /** Puts another way in place of the caller's. */
    void main(Path next) {
        main = next;
    }

    Optional<Path> aside() {
        return aside;
    }

    /** Begins or ends the way aside; from now on it is about it, or the caller's. */
    void aside(Optional<Path> next) {
        aside = next;
        inAside = next.isPresent();
    }

    Stage stage() {
        return path().stage();
    }

    void stage(Stage next) {
        path(path().at(next));
    }

    void target(Destination next) {
        path(path().to(next));
    }

    /** A person's forward leads it on. */
    void forwardedBy(PersonId person) {
        List<PersonId> people = new ArrayList<>(path().forwards());
        people.add(person);
        path(path().forwardedBy(people));
    }

    /** The caller himself chose where it goes: whoever forwarded it before may be reached again. */
    void chosen() {
        path(path().forwardedBy(List.of()));
    }

    /** Somebody has taken what was handed on: it does not go back any more. */
    void taken() {
        if (!inAside) {
            main = main.with(Optional.empty());
        }
    }

    /** Who is led: the caller, until a transfer puts another in his place. */
    Leg caller() {
        return known(path().lead()).orElseThrow();
    }

    boolean isCaller(LegId leg) {
        return path().lead().equals(leg);
    }

    /** A leg that is not over. */
    Optional<Leg> live(LegId leg) {
        return legs.stream().filter(one -> one.id().equals(leg) && !one.over()).findFirst();
    }

    /** A leg of the call, over or not. */
    Optional<Leg> known(LegId leg) {
        return legs.stream().filter(one -> one.id().equals(leg)).findFirst();
    }

    /** The legs of a way that are not over. */
    List<Leg> liveOn(Path path) {
        return path.legs().flatMap(leg -> live(leg).stream()).toList();
    }

    /** The legs that were called on this way and are not over. */
    List<Leg> liveCalled() {
        return path().called().stream().flatMap(leg -> live(leg).stream()).toList();
    }

    /** Whether a person is in the call already. */
    boolean hasPerson(PersonId person) {
        return legs.stream()
                .anyMatch(leg -> !leg.over() && leg.person().equals(Optional.of(person)));
    }

    /** The legs whose page has been waited for long enough. */
    List<Leg> pagesDue() {
        return legs.stream()
                .filter(leg -> leg.lostUntil().filter(until -> !until.isAfter(at)).isPresent())
                .toList();
    }

    void put(Leg changed) {
        legs.replaceAll(leg -> leg.id().equals(changed.id()) ? changed : leg);
    }

    void addCaller(LegId leg, Who who, Leg.State state) {
        legs.add(Leg.begun(leg, who, false, state));
    }

    /** A leg that hangs on no path yet: whoever is called is not led, or leads himself. */
    void addFirstCalled(LegId leg, Who who) {
        legs.add(Leg.begun(leg, who, true, Leg.State.TRYING));
    }

    LegId addCalled(Who who) {
        int number = legs.size() + 1;
        LegId leg = new LegId(id.text() + "-" + number);
        legs.add(Leg.begun(leg, who, true, Leg.State.TRYING));
        path(path().plus(leg));
        return leg;
    }

    /** A person comes in with a leg of his own that has sound. */
    void addJoined(LegId leg, PersonId person) {
        Who who = new Who.Colleague(person, "", path().handover().map(Handover::card));
        legs.add(Leg.begun(leg, who, false, Leg.State.UP).talkingSince(at));
        path(path().plus(leg));
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

    /** A leg leaves a call that goes on without it. */
    void leave(Leg leg, LegId other, EndReason reason) {
        departs(leg, other);
        end(leg, reason);
    }

    /** The same, but it has a last word to hear. */
    void departs(Leg leg, LegId other) {
        departures.add(new Departure(leg.id(), other));
    }

    /** Ends every leg and the call; of a way aside, only that. */
    void endAll(EndReason reason, Optional<LegId> by) {
        if (inAside) {
            Asking.over(this, reason);
            return;
        }
        for (Leg leg : List.copyOf(legs)) {
            end(leg, reason);
        }
        aside = Optional.empty();
        parting = Optional.empty();
        main = main.at(new Stage.Over(reason));
        because(new Reason.Over(reason, by));
    }

    void endAll(EndReason reason) {
        endAll(reason, Optional.empty());
    }

    /** The name of what is being recorded. */
    MessageId message(Stage.Leaving leaving) {
        return new MessageId(id.text() + "-r" + leaving.recordings());
    }

    /** A name for a greeting to be recorded, new after each programme. */
    MessageId greeting() {
        return new MessageId(id.text() + "-g" + plays);
    }

    RecordingId recordingId(int number) {
        return new RecordingId(id.text() + "-c" + number);
    }

    RecordingState recording() {
        return recording;
    }

    void recording(RecordingState next) {
        recording = next;
    }

    Optional<Parting> parting() {
        return parting;
    }

    void parting(Optional<Parting> next) {
        parting = next;
    }

    Optional<Tongue> tongue() {
        return tongue;
    }

    void tongue(Optional<Tongue> next) {
        tongue = next;
    }

    Optional<Supervision> supervision() {
        return supervision;
    }

    void supervision(Optional<Supervision> next) {
        supervision = next;
    }

    /** Whether a leg is not over. */
    boolean anybody() {
        return legs.stream().anyMatch(leg -> !leg.over());
    }

    /** A programme with a name of its own, for the caller, in his language. */
    Hears.Programme programme(boolean repeat, List<CallSound> sounds) {
        return programme(path().lead(), repeat, sounds);
    }

    /** The same for another leg. */
    Hears.Programme programme(LegId ear, boolean repeat, List<CallSound> sounds) {
        plays++;
        List<CallSound> said = Tongue.said(tongue, ear, sounds);
        return new Hears.Programme(new PlayId(id.text() + "-p" + plays), said, repeat);
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
        Sounds sounds = new Sounds(plays, recording, parting, tongue, supervision);
        Call call = new Call(id, plan, began, legs, main, aside, departures, sounds);
        List<CallEffect> all = new ArrayList<>(leftRooms(call));
        all.addAll(effects);
        for (Leg leg : legs) {
            Ears.hearing(call, leg)
                    .filter(hears -> isNews(leg.id(), hears))
                    .ifPresent(hears -> all.add(new CallEffect.Hear(leg.id(), hears)));
        }
        all.addAll(lastEffects);
        return new Transition(call, all, reasons);
    }

    private List<CallEffect> leftRooms(Call after) {
        Map<LegId, Stage.Conferring> stay = RoomStay.of(after.paths());
        return stayed.entrySet().stream()
                .filter(was -> !stay.containsKey(was.getKey()))
                .flatMap(was -> RoomStay.left(this, was.getKey(), was.getValue()).stream())
                .toList();
    }

    private boolean isNews(LegId leg, Hears hears) {
        if (forgotten.contains(leg)) {
            return true;
        }
        // A leg whose media is new hears nothing until told otherwise.
        return !heard.getOrDefault(leg, new Hears.Nothing()).equals(hears);
    }
}
