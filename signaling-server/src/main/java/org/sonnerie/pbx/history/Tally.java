package org.sonnerie.pbx.history;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.Leg;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.Reason;
import org.sonnerie.pbx.call.Requested;
import org.sonnerie.pbx.history.Retelling.Step;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.runtime.LoggedCall;

/** Counts while a call is told again. Pure; used for one call and then gone. */
final class Tally {
    private final LoggedCall logged;
    private final Map<LegId, Instant> began = new HashMap<>();
    private final Map<LegId, Instant> rang = new HashMap<>();
    private final Map<LegId, Instant> ended = new HashMap<>();
    private Call call;
    private Duration talked = Duration.ZERO;
    private Optional<Instant> talkingSince = Optional.empty();
    private Optional<Instant> answered = Optional.empty();
    private Optional<Reason.Over> over = Optional.empty();
    private Destination ledTo = new Destination.ToNowhere(Destination.Refusal.UNKNOWN_NUMBER);

    private Tally(LoggedCall logged, Call call) {
        this.logged = logged;
        this.call = call;
    }

    static Tally of(LoggedCall logged) {
        List<Step> steps = Retelling.of(logged);
        Tally tally = new Tally(logged, steps.getFirst().call());
        steps.forEach(tally::take);
        return tally;
    }

    private void take(Step step) {
        call = step.call();
        step.begun().forEach(leg -> began.put(leg.id(), step.at()));
        Stream.of(Leg.State.RINGING, Leg.State.EARLY)
                .flatMap(state -> step.nowIn(state).stream())
                .forEach(leg -> rang.putIfAbsent(leg.id(), step.at()));
        call.legs().stream()
                .filter(leg -> leg.over() || call.hasLeft(leg.id()))
                .forEach(leg -> ended.putIfAbsent(leg.id(), step.at()));
        if (answered.isEmpty()) {
            LedTo.last(step.reasons()).ifPresent(to -> ledTo = to);
        }
        step.reasons().forEach(this::note);
        talk(step.at());
    }

    private void note(Reason reason) {
        if (reason instanceof Reason.Over last) {
            over = Optional.of(last);
        }
    }

    private void talk(Instant at) {
        boolean talks = talks();
        if (talks && talkingSince.isEmpty()) {
            talkingSince = Optional.of(at);
            answered = answered.or(() -> Optional.of(at));
        } else if (!talks && talkingSince.isPresent()) {
            talked = talked.plus(Duration.between(talkingSince.get(), at));
            talkingSince = Optional.empty();
        }
    }

    private boolean talks() {
        long talking =
                call.legs().stream()
                        .filter(leg -> !leg.over() && !call.hasLeft(leg.id()))
                        .filter(leg -> leg.talkingSince().isPresent())
                        .count();
        return talking > (call.inRoom() ? 0 : 1);
    }

    CallRecord record() {
        CallEvent first = logged.events().getFirst();
        Instant end = logged.events().getLast().at();
        // A log that does not tell the end of the talk: it ended with the log.
        Duration all =
                talkingSince.map(since -> talked.plus(Duration.between(since, end))).orElse(talked);
        return new CallRecord(
                logged.plan().company(),
                logged.id(),
                new CallRecord.Span(first.at(), end),
                direction(first),
                caller(first),
                new CallRecord.Way(dialled(first), Place.of(logged.plan(), ledTo)),
                new CallRecord.Outcome(answered, all, over.map(Reason.Over::reason)),
                call.legs().stream().map(this::leg).toList());
    }

    private RecordedLeg leg(Leg leg) {
        return new RecordedLeg(
                RecordedParty.of(logged.plan(), leg.who()),
                leg.called(),
                new RecordedLeg.Times(
                        began.getOrDefault(leg.id(), call.began()),
                        Optional.ofNullable(rang.get(leg.id())),
                        leg.talkingSince(),
                        Optional.ofNullable(ended.get(leg.id())).filter(_ -> leg.over())),
                leg.ended());
    }

    /** Who called: of a call that a moderator began, the moderator. */
    private RecordedParty caller(CallEvent first) {
        return first instanceof CallEvent.Invited invited
                ? RecordedParty.of(logged.plan(), invited.by())
                : RecordedParty.of(logged.plan(), call.legs().getFirst().who());
    }

    /** A log begins with one of these, or it is a guest's: he dials nothing. */
    private static String dialled(CallEvent first) {
        return first instanceof CallEvent.Dialled dialled
                ? dialled.dialled()
                : first instanceof CallEvent.Arrived arrived
                        ? arrived.called()
                        : first instanceof CallEvent.Invited invited
                                ? invited.dialled()
                                : first instanceof Requested requested ? requested.dialled() : "";
    }

    private static CallRecord.Direction direction(CallEvent first) {
        return first instanceof CallEvent.Dialled dialled
                ? ofOurs(dialled.destination())
                : first instanceof CallEvent.Invited invited
                        ? ofOurs(invited.destination())
                        : first instanceof Requested requested
                                ? ofOurs(requested.destination())
                                : CallRecord.Direction.IN;
    }

    private static CallRecord.Direction ofOurs(Destination destination) {
        return destination instanceof Destination.ToOutside
                ? CallRecord.Direction.OUT
                : CallRecord.Direction.INTERNAL;
    }
}
