package org.sonnerie.pbx.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.RingGroup;
import org.sonnerie.pbx.plan.Trunk;

/** Calling others for the caller, until one answers or none is left. */
final class Attempt {
    /** Longer than any carrier lets a phone ring (RFC 3261 timer C: over 3 minutes). */
    private static final Duration OUTSIDE = Duration.ofMinutes(3);

    private Attempt() {}

    static void person(Turn turn, Person person, String via) {
        if (turn.hasPerson(person.id())) {
            turn.because(new Reason.CallsHimself(person.id()));
            Farewell.fail(turn, EndReason.BUSY);
            return;
        }
        begin(
                turn,
                new Destination.ToPerson(person.id()),
                Duration.ofSeconds(person.ringSeconds()));
        ring(turn, person, via, person.ringSeconds());
    }

    static void group(Turn turn, RingGroup group, String via) {
        List<Person> members = members(turn, group);
        turn.because(new Reason.RingsGroup(group.id(), members.size(), group.ringSeconds()));
        if (members.isEmpty()) {
            turn.because(new Reason.GroupNotReached(group.id(), EndReason.UNREACHABLE));
            Farewell.fail(turn, EndReason.UNREACHABLE);
            return;
        }
        begin(turn, new Destination.ToGroup(group.id()), Duration.ofSeconds(group.ringSeconds()));
        String path = via.isEmpty() ? group.name() : via + " / " + group.name();
        for (Person member : members) {
            ring(turn, member, path, group.ringSeconds());
        }
    }

    /** The members that can be rung: those of the plan, but for the caller himself. */
    private static List<Person> members(Turn turn, RingGroup group) {
        List<Person> members = new ArrayList<>();
        for (var id : group.members()) {
            if (turn.hasPerson(id)) {
                turn.because(new Reason.CallsHimself(id));
            } else {
                turn.plan().person(id).ifPresent(members::add);
            }
        }
        return members;
    }

    private static void begin(Turn turn, Destination whom, Duration patience) {
        boolean answered = turn.caller().talkingSince().isPresent() && !turn.inAside();
        turn.stage(
                new Stage.Calling(
                        whom, turn.at().plus(limited(turn, whom, patience)), answered, List.of()));
    }

    /** What was handed on must not ring for long: it can go back. */
    private static Duration limited(Turn turn, Destination whom, Duration patience) {
        if (turn.path().handover().filter(Handover::returns).isEmpty()) {
            return patience;
        }
        Duration limit =
                whom instanceof Destination.ToOutside
                        ? HandingOn.PATIENCE_OUTSIDE
                        : HandingOn.PATIENCE;
        return patience.compareTo(limit) < 0 ? patience : limit;
    }

    private static void ring(Turn turn, Person person, String via, int seconds) {
        LegId leg =
                turn.addCalled(
                        new Who.Colleague(
                                person.id(), via, turn.path().handover().map(Handover::card)));
        turn.because(new Reason.Rings(person.id(), seconds));
        turn.effect(new CallEffect.RingPerson(leg, person.id()));
    }

    static void outside(Turn turn, Destination.ToOutside outside) {
        List<Trunk> trunks = turn.plan().outside().trunks();
        if (trunks.isEmpty()) {
            turn.because(new Reason.NoTrunk());
            Farewell.fail(turn, EndReason.NETWORK);
            return;
        }
        Trunk trunk = trunks.getFirst();
        begin(turn, outside, OUTSIDE);
        turn.because(new Reason.GoesOut(trunk.id(), outside.number(), outside.emergency()));
        LegId leg = turn.addCalled(new Who.Outsider(trunk.id(), Optional.of(outside.number()), ""));
        turn.effect(
                new CallEffect.CallOutside(
                        leg,
                        trunk.id(),
                        outside.number(),
                        trunk.callerNumber(),
                        turn.plan().facts().name()));
    }

    static void ringing(Turn turn, Leg leg) {
        if (isCalled(turn, leg) && leg.state() == Leg.State.TRYING) {
            turn.put(leg.in(Leg.State.RINGING));
            tellOutsideCaller(turn);
        }
    }

    static void early(Turn turn, Leg leg) {
        if (isCalled(turn, leg) && leg.person().isEmpty()) {
            turn.put(leg.in(Leg.State.EARLY));
            tellOutsideCaller(turn);
        }
    }

    private static boolean isCalled(Turn turn, Leg leg) {
        return turn.stage() instanceof Stage.Calling && !turn.isCaller(leg.id());
    }

    private static void tellOutsideCaller(Turn turn) {
        if (turn.caller().state() == Leg.State.TRYING) {
            turn.put(turn.caller().in(Leg.State.RINGING));
            turn.effect(new CallEffect.SignalRinging(turn.caller().id()));
        }
    }

    static void answered(Turn turn, Leg leg) {
        if (!isCalled(turn, leg)) {
            return;
        }
        turn.put(leg.talkingSince(turn.at()));
        leg.person().ifPresent(person -> turn.because(new Reason.Answered(person)));
        for (Leg other : turn.liveCalled()) {
            if (!other.id().equals(leg.id())) {
                turn.end(other, EndReason.ANSWERED_ELSEWHERE);
            }
        }
        turn.answerCaller();
        turn.stage(new Stage.Talking(leg.id()));
        turn.taken();
    }

    static void notReached(Turn turn, Stage.Calling calling, Leg leg, EndReason told) {
        EndReason why =
                switch (told) {
                    case HUNG_UP, CANCELLED, ANSWERED_ELSEWHERE -> EndReason.NO_ANSWER;
                    // Carriers say 480 both of a phone that is off and of one that rang in vain.
                    case UNREACHABLE ->
                            leg.state() == Leg.State.RINGING ? EndReason.NO_ANSWER : told;
                    case DECLINED,
                            BUSY,
                            NO_ANSWER,
                            UNKNOWN_NUMBER,
                            NOT_ALLOWED,
                            WRONG_PIN,
                            NO_CHOICE,
                            PAGE_LOST,
                            NETWORK,
                            NO_MEDIA,
                            TRANSFERRED,
                            RETRIEVED,
                            SERVER_RESTARTED ->
                            told;
                };
        giveUp(turn, leg, why);
        List<EndReason> outcomes = new ArrayList<>(calling.outcomes());
        outcomes.add(why);
        Stage.Calling next =
                new Stage.Calling(
                        calling.whom(), calling.until(), calling.ringBackAtOnce(), outcomes);
        turn.stage(next);
        if (turn.liveCalled().isEmpty()) {
            nobody(turn, next);
        }
    }

    static void timedOut(Turn turn, Stage.Calling calling) {
        List<EndReason> outcomes = new ArrayList<>(calling.outcomes());
        for (Leg leg : turn.liveCalled()) {
            giveUp(turn, leg, EndReason.NO_ANSWER);
            outcomes.add(EndReason.NO_ANSWER);
        }
        nobody(
                turn,
                new Stage.Calling(
                        calling.whom(), calling.until(), calling.ringBackAtOnce(), outcomes));
    }

    private static void giveUp(Turn turn, Leg leg, EndReason why) {
        turn.end(leg, why);
        switch (leg.who()) {
            case Who.Colleague(var person, String _, var _) ->
                    turn.because(new Reason.NotReached(person, why));
            case Who.Outsider outsider ->
                    turn.because(new Reason.OutsideRefused(outsider.trunk(), why));
        }
    }

    private static void nobody(Turn turn, Stage.Calling calling) {
        List<EndReason> kinds = calling.outcomes().stream().distinct().toList();
        boolean agreed = kinds.size() == 1;
        EndReason why = agreed ? kinds.getFirst() : EndReason.NO_ANSWER;
        if (calling.whom() instanceof Destination.ToGroup(var group)) {
            // That somebody declined is his own affair: the caller called the group.
            why = why == EndReason.UNREACHABLE || why == EndReason.BUSY ? why : EndReason.NO_ANSWER;
            turn.because(new Reason.GroupNotReached(group, why));
        }
        if (!MessageTaking.takes(turn, calling.whom())) {
            Farewell.fail(turn, why);
        }
    }
}
