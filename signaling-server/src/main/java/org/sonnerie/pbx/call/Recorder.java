package org.sonnerie.pbx.call;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.CallRecording.Side;
import org.sonnerie.pbx.call.CallRecording.Telling;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;

/**
 * The recording of a call. Who is in it follows from who talks with whom, after each event anew: so
 * it goes on through every transfer and is silent while somebody is on hold, asks somebody else or
 * types a PIN. Nobody's voice is in it before he was told.
 */
final class Recorder {
    /** Longer than the announcement is: one whose end is not told cannot keep the call. */
    private static final Duration ANNOUNCEMENT = Duration.ofSeconds(12);

    private Recorder() {}

    static void take(Turn turn, RecordingEvent event) {
        switch (event) {
            case RecordingEvent.RecordingWished(_, var leg, var wish) ->
                    turn.live(leg).ifPresent(one -> wished(turn, one, wish));
            case RecordingEvent.RecordingClosed(_, var id, boolean failed) ->
                    running(turn)
                            .filter(one -> one.id().equals(id))
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
            case START -> begin(turn, Optional.of(person));
            case PAUSE -> paused(turn, true, new RecordingReason.Paused(person));
            case RESUME -> paused(turn, false, new RecordingReason.Resumed(person));
            case STOP -> finish(turn, Optional.of(person));
        }
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
        return state.running()
                .map(one ->
                        Stream.concat(
                                        Stream.of(
                                                one.paused()
                                                        ? RecordingWish.RESUME
                                                        : RecordingWish.PAUSE),
                                        one.by().map(_ -> RecordingWish.STOP).stream())
                                .toList())
                .orElseGet(() ->
                        talkers.mayAsk(plan, state, leg)
                                ? List.of(RecordingWish.START)
                                : List.of());
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
        RecordingView.State now =
                state.running()
                        .map(one ->
                                one.paused() ? RecordingView.State.PAUSED : RecordingView.State.ON)
                        .orElse(RecordingView.State.OFF);
        return Optional.of(new RecordingView(now, wishes));
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
        telling.ifPresent(one -> turn.recording(turn.recording().with(one.told(leg, true))));
        return telling.isPresent() || ConferenceRecorder.playEnded(turn, leg, play);
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
                                new RecordingReason.NotTold(Sight.named(turn.plan(), one.who()))));
    }

    /** The relay is a new one: what was being recorded is cut short. */
    static void restarted(Turn turn) {
        running(turn)
                .ifPresent(_ -> over(turn, false, new RecordingReason.Ended(Optional.empty())));
    }

    private static void closed(Turn turn, boolean failed) {
        over(turn, failed, new RecordingReason.Broke());
    }

    private static void over(Turn turn, boolean failed, Reason why) {
        turn.recording(turn.recording().over(failed));
        turn.because(why);
    }

    private static void begin(Turn turn, Optional<PersonId> by) {
        RecordingState state = turn.recording();
        CallRecording recording = CallRecording.begin(turn.recordingId(state.begun() + 1), by);
        turn.recording(state.begin(recording));
        List<Leg> two = talkers(turn).legs();
        turn.lastly(
                new RecordingEffect.BeginRecording(
                        turn.main().lead(),
                        recording.id(),
                        by,
                        Sight.named(turn.plan(), two.getFirst().who()),
                        Sight.named(turn.plan(), two.get(1).who())));
        turn.because(new RecordingReason.Began(by));
    }

    private static void finish(Turn turn, Optional<PersonId> by) {
        running(turn)
                .ifPresent(one -> {
                    turn.lastly(new RecordingEffect.FinishRecording(turn.main().lead(), one.id()));
                    over(turn, false, new RecordingReason.Ended(by));
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
        running(turn).ifPresent(one -> follow(turn, one, talkers));
    }

    /** With the last leg; a conference is recorded by its moderators, a message as such. */
    private static boolean isOver(Turn turn) {
        return !turn.anybody()
                || turn.main().stage() instanceof Stage.Conferring
                || turn.main().stage() instanceof Stage.Leaving;
    }

    private static void follow(Turn turn, CallRecording before, Talkers talkers) {
        boolean quiet = before.paused() || talkers.forbidden(turn.plan(), turn.recording());
        Map<LegId, Telling> telling = new LinkedHashMap<>();
        Map<LegId, Side> sides = Sides.of(before.sides(), turn.main().lead(), talkers.legs());
        for (Leg leg : quiet ? List.<Leg>of() : talkers.legs()) {
            if (!before.told().containsKey(leg.id())) {
                Telling said = before.telling().get(leg.id());
                telling.put(leg.id(), said == null ? tell(turn, leg.id()) : said);
            }
        }
        List<LegId> recorded =
                talkers.legs().stream()
                        .map(Leg::id)
                        .filter(leg -> !quiet && before.told().getOrDefault(leg, false))
                        .toList();
        CallRecording after = before.now(telling, sides, recorded);
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

    private static Telling tell(Turn turn, LegId leg) {
        return tell(turn, leg, "recording-starts");
    }

    static Telling tell(Turn turn, LegId leg, String prompt) {
        return new Telling(
                turn.programme(leg, false, List.of(new CallSound.Prompt(prompt))),
                turn.at().plus(ANNOUNCEMENT));
    }
}
