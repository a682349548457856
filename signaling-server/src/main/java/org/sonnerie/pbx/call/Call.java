package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.PersonId;

/**
 * One call. Pure: no I/O, clock, thread or log.
 *
 * @param id names it
 * @param plan the version of the company plan it began with and keeps
 * @param began the first event
 * @param legs in the order they came to be; the first is the caller
 * @param path the caller's way, or of whom a transfer put in his place
 * @param aside the way of a person who asks somebody while the others wait
 * @param departures who left while the call went on
 * @param sounds the programmes it named, and what is recorded
 */
public record Call(
        CallId id,
        CompanyPlan plan,
        Instant began,
        List<Leg> legs,
        Path path,
        Optional<Path> aside,
        List<Departure> departures,
        Sounds sounds) {
    private static final int LONGEST_NAME = 48;

    /** Copies the lists. */
    public Call {
        legs = List.copyOf(legs);
        departures = List.copyOf(departures);
    }

    /**
     * Begins a call.
     *
     * @param id its name, at most 48 characters: legs and programmes are named after it
     * @param plan the company's plan as of now
     * @param first {@link CallEvent.Dialled}, {@link CallEvent.Arrived}, {@link CallEvent.Invited},
     *     {@link CallEvent.GuestCame} or {@link Requested}
     * @return the call and what must be done
     * @throws IllegalArgumentException if a call cannot begin with that event, or the id or the
     *     leg's is too long
     */
    public static Transition start(CallId id, CompanyPlan plan, CallEvent first) {
        return switch (first) {
            case CallEvent.Dialled event -> dialled(id, plan, event);
            case CallEvent.Arrived event -> {
                Turn turn = begin(id, plan, event.leg(), event, event.called());
                turn.recording(RecordingState.of(Dialling.recording(plan, event.called())));
                Routing.arrived(turn, event);
                yield turn.done();
            }
            case CallEvent.Invited event -> toRoom(id, plan, event);
            case Requested event -> askedFor(id, plan, event);
            case CallEvent.GuestCame event -> toRoom(id, plan, event);
            case CallEvent.OfRoom _,
                    CallEvent.OfMailbox _,
                    CallEvent.OfRecording _,
                    CallEvent.OfWaking _,
                    SupervisionEvent _,
                    CallEvent.LegRinging _,
                    CallEvent.EarlyMedia _,
                    CallEvent.LegAnswered _,
                    CallEvent.LegEnded _,
                    CallEvent.DigitPressed _,
                    CallEvent.SecretAccepted _,
                    CallEvent.SecretRefused _,
                    CallEvent.SecretBlocked _,
                    CallEvent.PlayEnded _,
                    CallEvent.HoldPressed _,
                    CallEvent.ResumePressed _,
                    CallEvent.MessageRecorded _,
                    CallEvent.MessagesListed _,
                    CallEvent.Transferred _,
                    CallEvent.Consulted _,
                    CallEvent.TransferCompleted _,
                    CallEvent.TransferCancelled _,
                    CallEvent.JoinPressed _,
                    CallEvent.Parked _,
                    CallEvent.Joined _,
                    CallEvent.MembersOrdered _,
                    CallEvent.AgentsOffered _,
                    CallEvent.QueueTold _,
                    CallEvent.PageLost _,
                    CallEvent.PageReturned _,
                    CallEvent.TimedOut _,
                    CallEvent.ServerRestarted _ ->
                    throw new IllegalArgumentException("no call begins with " + first);
        };
    }

    private static Transition dialled(CallId id, CompanyPlan plan, CallEvent.Dialled event) {
        Turn turn = begin(id, plan, event.leg(), event, event.dialled());
        Routing.dialled(turn, event);
        return turn.done();
    }

    private static Transition toRoom(CallId id, CompanyPlan plan, CallEvent.Invited event) {
        Turn turn = begin(id, plan, event.leg(), event, event.dialled());
        RoomCall.invited(turn, event);
        return turn.done();
    }

    private static Transition askedFor(CallId id, CompanyPlan plan, Requested event) {
        Turn turn = begin(id, plan, event.leg(), event, event.dialled());
        Originating.begin(turn, event);
        return turn.done();
    }

    private static Transition toRoom(CallId id, CompanyPlan plan, CallEvent.GuestCame event) {
        Turn turn = begin(id, plan, event.leg(), event, "");
        RoomCall.guest(turn, event);
        return turn.done();
    }

    private static Turn begin(
            CallId id, CompanyPlan plan, LegId caller, CallEvent first, String dialled) {
        if (Math.max(id.text().length(), caller.text().length()) > LONGEST_NAME) {
            throw new IllegalArgumentException("the name of a call or its caller is too long");
        }
        Destination nowhere = new Destination.ToNowhere(Destination.Refusal.UNKNOWN_NUMBER);
        Path path = Path.of(caller, dialled, nowhere, Optional.empty());
        return new Turn(
                new Call(
                        id,
                        plan,
                        first.at(),
                        List.of(),
                        path,
                        Optional.empty(),
                        List.of(),
                        new Sounds(
                                0,
                                RecordingState.of(Optional.empty()),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
    }

    /**
     * The name of a call's first leg, the caller's.
     *
     * @param id the call
     * @return {@code <id>-1}
     */
    public static LegId callerOf(CallId id) {
        return new LegId(id.text() + "-1");
    }

    /**
     * What this call becomes, what must be done, and why. An event that means nothing here changes
     * nothing.
     *
     * @param event what happened
     * @return the call afterwards
     */
    public Transition on(CallEvent event) {
        if (ended()) {
            return new Transition(this, List.of(), List.of());
        }
        Turn turn = new Turn(this, event.at());
        Course.take(turn, event);
        Supervising.settle(turn);
        Recorder.settle(turn);
        return turn.done();
    }

    /**
     * The call a log tells of; nothing is done.
     *
     * @param id its name
     * @param plan the plan it began with
     * @param log its events, the first of them a beginning
     * @return the same call as when the events happened
     * @throws IllegalArgumentException if the log is empty or begins otherwise
     */
    public static Call replay(CallId id, CompanyPlan plan, List<CallEvent> log) {
        if (log.isEmpty()) {
            throw new IllegalArgumentException("an empty log tells of no call");
        }
        Call call = start(id, plan, log.getFirst()).call();
        for (CallEvent event : log.subList(1, log.size())) {
            call = call.on(event).call();
        }
        return call;
    }

    /**
     * When {@link CallEvent.TimedOut} is due.
     *
     * @return empty: nothing is waited for
     */
    public Optional<Instant> deadline() {
        Stream<Instant> ofPaths = paths().flatMap(path -> due(path).stream());
        Stream<Instant> ofPages = legs.stream().flatMap(leg -> leg.lostUntil().stream());
        Stream<Instant> ofParting = sounds.parting().map(Parting::until).stream();
        Stream<Instant> ofSupervision = sounds.supervision().flatMap(Supervision::until).stream();
        return Stream.of(ofPaths, ofPages, ofParting, ofSupervision, Recorder.due(this))
                .flatMap(Function.identity())
                .min(Instant::compareTo);
    }

    /** When a path's stage must go on; its clock stops while nobody hears it. */
    private Optional<Instant> due(Path of) {
        boolean stopped = of.stage().alone() && leg(of.lead()).map(Leg::lost).orElse(false);
        return stopped ? Optional.empty() : of.stage().due();
    }

    /** The caller's way, and the one aside. */
    Stream<Path> paths() {
        return Stream.concat(Stream.of(path), aside.stream());
    }

    /** The way a leg is on now: who asks somebody is with him, not with those who wait. */
    Optional<Path> pathOf(LegId leg) {
        return Stream.concat(aside.stream(), Stream.of(path))
                .filter(one -> one.has(leg))
                .findFirst();
    }

    /**
     * The slot it is parked in.
     *
     * @return empty: nobody has parked it
     */
    public Optional<String> slot() {
        return path.stage() instanceof Stage.Parked parked
                ? Optional.of(parked.slot())
                : Optional.empty();
    }

    /**
     * Whether a leg has left the call, which went on; it may still hear a last word.
     *
     * @param leg which
     * @return true: it is no party any more
     */
    public boolean hasLeft(LegId leg) {
        return departures.stream().anyMatch(departure -> departure.leg().equals(leg));
    }

    /**
     * Who waits in a queue.
     *
     * @return empty: nobody does
     */
    public Optional<QueueStay> queued() {
        return Queueing.stay(this);
    }

    /**
     * Whether somebody supervises it, or is rung to do so.
     *
     * @param person who
     * @param manner and is to be heard so
     * @return true: he is, or will be once he answers
     */
    public boolean isSupervised(PersonId person, Manner manner) {
        return sounds.supervision()
                .filter(one -> one.person().equals(person) && one.manner() == manner)
                .isPresent();
    }

    /**
     * Whether somebody of it is in a conference room, not only at its door.
     *
     * @return true: others there can hear him
     */
    public boolean inRoom() {
        return paths().anyMatch(one ->
                one.stage() instanceof Stage.Conferring stay && stay.standing() == Standing.IN);
    }

    /**
     * Whether the call is over: no leg is left, and no event changes it any more. A call whose
     * caller hears why it failed is not over, though his view already says ENDED.
     *
     * @return true: its mailbox can be closed
     */
    public boolean ended() {
        return legs.stream().allMatch(Leg::over);
    }

    /**
     * How the pages of its people show it.
     *
     * @return one for each leg of a person, those over included, in the order of the legs
     */
    public List<CallView> views() {
        return Sight.views(this);
    }

    /**
     * How whoever looks after the company sees it.
     *
     * @return empty: it is over
     */
    public Optional<CallGlance> glance() {
        return Glances.of(this);
    }

    /**
     * One leg.
     *
     * @param leg which
     * @return empty if the call has none of that name
     */
    public Optional<Leg> leg(LegId leg) {
        return legs.stream().filter(one -> one.id().equals(leg)).findFirst();
    }

    /** The first that was called on a path and is in a state. */
    Optional<Leg> firstCalled(Path of, Leg.State state) {
        return legs.stream()
                .filter(leg -> of.called().contains(leg.id()) && leg.state() == state)
                .findFirst();
    }
}
