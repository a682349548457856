package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.CallRecording.Side;
import org.sonnerie.pbx.call.CallRecording.Telling;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;

/**
 * The recording of a call. Who is in it follows from who talks with whom, after each event anew: so
 * it goes on through every transfer and is silent while somebody is on hold, asks somebody else or
 * types a PIN. Nobody's voice is in it before he was told, or has agreed ({@link Consenting}).
 */
final class Recorder {
    private Recorder() {}

    static void take(Turn turn, RecordingEvent event) {
        switch (event) {
            case RecordingEvent.RecordingWished(_, var leg, var wish) ->
                    turn.live(leg).ifPresent(one -> wished(turn, one, wish));
            case RecordingEvent.RecordingClosed(_, var id, boolean failed) ->
                    running(turn)
                            .filter(one -> one.open() && one.id().equals(id))
                            .ifPresent(_ -> closed(turn, failed));
        }
    }

    private static Optional<CallRecording> running(Turn turn) {
        return turn.recording().running();
    }

    private static Talkers talkers(Turn turn) {
        return Talkers.of(turn.main(), turn.aside(), turn::live);
    }

    private static void wished(Turn turn, Leg leg, RecordingWish wish) {
        boolean may = wishes(turn.plan(), turn.recording(), talkers(turn), leg).contains(wish);
        if (!may || !turn.main().has(leg.id())) {
            return;
        }
        PersonId person = leg.person().orElseThrow();
        switch (wish) {
            case START -> start(turn, person);
            case PAUSE -> paused(turn, true, new RecordingReason.Paused(person));
            case RESUME -> paused(turn, false, new RecordingReason.Resumed(person));
            case STOP -> finish(turn, Optional.of(person));
        }
    }

    /** Begins it; or, where somebody did not agree, asks him once more. */
    private static void start(Turn turn, PersonId person) {
        List<Leg> legs = talkers(turn).legs();
        Optional<CallRecording> before = running(turn);
        CallRecording recording = before.orElseGet(() -> begin(turn, Optional.of(person)));
        if (Consenting.isAwaited(turn.plan(), recording, legs)) {
            turn.because(new RecordingReason.Wanted(person));
        }
        for (Leg leg : Consenting.refusing(turn.plan(), recording, legs)) {
            recording = recording.anew(leg.id());
        }
        turn.recording(turn.recording().with(recording));
    }

    private static void paused(Turn turn, boolean paused, Reason why) {
        running(turn).ifPresent(one -> turn.recording(turn.recording().with(one.paused(paused))));
        turn.because(why);
    }

    /** What a person may want of the recording now. */
    private static List<RecordingWish> wishes(
            CompanyPlan plan, RecordingState state, Talkers talkers, Leg leg) {
        if (leg.person().isEmpty() || leg.over()) {
            return List.of();
        }
        Stream<RecordingWish> stop =
                state.running().flatMap(CallRecording::by).map(_ -> RecordingWish.STOP).stream();
        return switch (seen(plan, state, talkers)) {
            case OFF, REFUSED ->
                    talkers.mayAsk(plan, state, leg) ? List.of(RecordingWish.START) : List.of();
            case ASKING -> stop.toList();
            case ON -> Stream.concat(Stream.of(RecordingWish.PAUSE), stop).toList();
            case PAUSED -> Stream.concat(Stream.of(RecordingWish.RESUME), stop).toList();
        };
    }

    private static RecordingView.State seen(
            CompanyPlan plan, RecordingState state, Talkers talkers) {
        return state.running().map(one -> seen(plan, one, talkers)).orElse(RecordingView.State.OFF);
    }

    private static RecordingView.State seen(
            CompanyPlan plan, CallRecording recording, Talkers talkers) {
        List<Leg> legs = talkers.legs().isEmpty() ? talkers.present() : talkers.legs();
        if (recording.paused()) {
            return RecordingView.State.PAUSED;
        }
        if (!Consenting.refusing(plan, recording, legs).isEmpty()) {
            return RecordingView.State.REFUSED;
        }
        return Consenting.isAwaited(plan, recording, legs)
                ? RecordingView.State.ASKING
                : RecordingView.State.ON;
    }

    /** How a person's page shows it; empty: there is nothing to be shown. */
    static Optional<RecordingView> shown(Call call, Leg leg) {
        RecordingState state = call.sounds().recording();
        if (leg.over() || !call.path().has(leg.id())) {
            return Optional.empty();
        }
        Talkers talkers =
                Talkers.of(
                        call.path(), call.aside(), id -> call.leg(id).filter(one -> !one.over()));
        List<RecordingWish> wishes = wishes(call.plan(), state, talkers, leg);
        if (state.running().isEmpty() && wishes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RecordingView(seen(call.plan(), state, talkers), wishes));
    }

    /** What a leg hears first that has to be told. */
    static Optional<Hears> telling(Call call, LegId leg) {
        return Optional.ofNullable(telling(call.sounds().recording()).get(leg)).map(Telling::hears);
    }

    /** Who is being told, of a call or a conference. */
    private static Map<LegId, Telling> telling(RecordingState state) {
        Map<LegId, Telling> all = new LinkedHashMap<>(state.conference());
        state.running().ifPresent(one -> all.putAll(one.telling()));
        return all;
    }

    /** When the announcements that are being heard end at the latest. */
    static Stream<Instant> due(Call call) {
        return telling(call.sounds().recording()).values().stream().map(Telling::until);
    }

    /**
     * A programme is over.
     *
     * @return false: it was none of ours
     */
    static boolean playEnded(Turn turn, LegId leg, PlayId play) {
        Optional<CallRecording> telling =
                running(turn)
                        .filter(one ->
                                Optional.ofNullable(one.telling().get(leg))
                                        .filter(said -> said.hears().play().equals(play))
                                        .isPresent());
        telling.ifPresent(one -> heard(turn, one, leg));
        return telling.isPresent() || ConferenceRecorder.playEnded(turn, leg, play);
    }

    /** Who was told is recorded; who was asked and has pressed nothing is not. */
    private static void heard(Turn turn, CallRecording recording, LegId leg) {
        Optional<Reason> unanswered = Consenting.unanswered(turn, leg);
        turn.recording(turn.recording().with(recording.told(leg, unanswered.isEmpty())));
        unanswered.ifPresent(turn::because);
    }

    /** Whoever does not hear it to its end is not recorded, but goes on talking. */
    static void timedOut(Turn turn) {
        ConferenceRecorder.timedOut(turn);
        running(turn)
                .ifPresent(one ->
                        one.telling().entrySet().stream()
                                .filter(said -> !said.getValue().until().isAfter(turn.at()))
                                .forEach(said -> notTold(turn, said.getKey())));
    }

    private static void notTold(Turn turn, LegId leg) {
        running(turn).ifPresent(one -> turn.recording(turn.recording().with(one.told(leg, false))));
        turn.known(leg)
                .ifPresent(one ->
                        turn.because(
                                Consenting.unanswered(turn, leg)
                                        .orElseGet(() ->
                                                new RecordingReason.NotTold(
                                                        Sight.named(turn.plan(), one.who())))));
    }

    /** The relay is a new one: what was being recorded is cut short. */
    static void restarted(Turn turn) {
        running(turn).ifPresent(one -> over(turn, one, Optional.empty()));
    }

    private static void closed(Turn turn, boolean failed) {
        turn.recording(turn.recording().over(failed));
        turn.because(new RecordingReason.Broke());
    }

    /** One of which nothing was recorded ends without a word, unless somebody wants that. */
    private static void over(Turn turn, CallRecording recording, Optional<PersonId> by) {
        turn.recording(turn.recording().over(false));
        if (recording.open() || by.isPresent()) {
            turn.because(new RecordingReason.Ended(by));
        }
    }

    private static CallRecording begin(Turn turn, Optional<PersonId> by) {
        RecordingState state = turn.recording();
        CallRecording recording = CallRecording.begin(turn.recordingId(state.begun() + 1), by);
        turn.recording(state.begin(recording));
        return recording;
    }

    /** From now on there is a file, with nobody in it yet. */
    private static CallRecording open(Turn turn, CallRecording recording, List<Leg> two) {
        Optional<PersonId> by = recording.by();
        turn.lastly(
                new RecordingEffect.BeginRecording(
                        turn.main().lead(),
                        recording.id(),
                        by,
                        Sight.named(turn.plan(), two.getFirst().who()),
                        Sight.named(turn.plan(), two.get(1).who())));
        turn.because(new RecordingReason.Began(by));
        return recording.opened();
    }

    private static void finish(Turn turn, Optional<PersonId> by) {
        running(turn)
                .ifPresent(one -> {
                    if (one.open()) {
                        turn.lastly(
                                new RecordingEffect.FinishRecording(turn.main().lead(), one.id()));
                    }
                    over(turn, one, by);
                });
    }

    /** After each event: begins what begins by itself, and says who is recorded. */
    static void settle(Turn turn) {
        ConferenceRecorder.settle(turn);
        Talkers talkers = talkers(turn);
        RecordingState state = turn.recording();
        if (state.running().isPresent() && isOver(turn)) {
            finish(turn, Optional.empty());
            return;
        }
        if (state.running().isEmpty() && !state.broken() && talkers.always(turn.plan(), state)) {
            begin(turn, Optional.empty());
        }
        running(turn).ifPresent(one -> follow(turn, prepared(turn, one, talkers), talkers));
    }

    /** Open, as soon as nobody has to agree first. */
    private static CallRecording prepared(Turn turn, CallRecording recording, Talkers talkers) {
        List<Leg> legs = talkers.legs();
        boolean awaited = Consenting.isAwaited(turn.plan(), recording, legs);
        boolean opens = !recording.open() && !legs.isEmpty() && !awaited;
        return opens ? open(turn, recording, legs) : recording;
    }

    /** With the last leg; a conference is recorded by its moderators, a message as such. */
    private static boolean isOver(Turn turn) {
        return !turn.anybody()
                || turn.main().stage() instanceof Stage.Conferring
                || turn.main().stage() instanceof Stage.Leaving;
    }

    private static void follow(Turn turn, CallRecording before, Talkers talkers) {
        List<Leg> heard = isQuiet(turn, before, talkers) ? List.of() : talkers.legs();
        CallRecording told = Consenting.toldBefore(turn.plan(), before, heard);
        boolean awaited = Consenting.isAwaited(turn.plan(), told, heard);
        Map<LegId, Telling> telling = new LinkedHashMap<>();
        for (Leg leg : heard) {
            if (!told.told().containsKey(leg.id())) {
                Telling said = told.telling().get(leg.id());
                telling.put(leg.id(), said == null ? Consenting.tell(turn, leg, awaited) : said);
            }
        }
        List<LegId> recorded =
                heard.stream()
                        .map(Leg::id)
                        .filter(leg -> !awaited && told.told().getOrDefault(leg, false))
                        .toList();
        Map<LegId, Side> sides = Sides.of(told.sides(), turn.main().lead(), talkers.legs());
        CallRecording after = told.now(telling, sides, recorded);
        turn.recording(turn.recording().with(after));
        boolean news =
                Stream.of(Side.values()).anyMatch(side -> !after.on(side).equals(before.on(side)));
        if (news) {
            turn.lastly(
                    new RecordingEffect.RecordFrom(
                            turn.main().lead(),
                            after.id(),
                            after.on(Side.LEFT),
                            after.on(Side.RIGHT)));
        }
    }

    /** Nobody is recorded now, and nobody needs to be told or asked. */
    private static boolean isQuiet(Turn turn, CallRecording recording, Talkers talkers) {
        return recording.paused()
                || talkers.forbidden(turn.plan(), turn.recording())
                || !Consenting.refusing(turn.plan(), recording, talkers.legs()).isEmpty();
    }
}
