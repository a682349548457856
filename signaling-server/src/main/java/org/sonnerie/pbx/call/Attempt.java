package org.sonnerie.pbx.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.RingGroup;
import org.sonnerie.pbx.plan.Ringing;
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
        FollowingHim.begin(turn, person);
    }

    static void group(Turn turn, RingGroup group, String via) {
        List<Person> members = members(turn, group);
        Destination whom = new Destination.ToGroup(group.id());
        if (members.isEmpty()) {
            turn.because(new Reason.GroupEmpty(group.id()));
            unreached(turn, whom, EndReason.UNREACHABLE);
            return;
        }
        if (group.ringing().hears() == Ringing.Meanwhile.MUSIC) {
            turn.answerCaller();
        }
        begin(turn, whom, Duration.ofSeconds(group.ringSeconds()));
        String path = via.isEmpty() ? group.name() : via + " / " + group.name();
        if (group.ringing().strategy() == Ringing.Strategy.ALL) {
            turn.because(new Reason.RingsGroup(group.id(), members.size(), group.ringSeconds()));
            members.forEach(member -> ring(turn, member, path, group.ringSeconds()));
        } else {
            Hunting.begin(turn, group, members.stream().map(Person::id).toList(), path);
        }
    }

    /** The members that can be rung: those of the plan, but for the caller himself. */
    private static List<Person> members(Turn turn, RingGroup group) {
        List<Person> members = new ArrayList<>();
        for (var id : group.members()) {
            Optional<Person> member = turn.plan().person(id);
            if (turn.hasPerson(id)) {
                turn.because(new Reason.CallsHimself(id));
            } else if (member.filter(one -> Reaching.blocks(turn, one)).isPresent()) {
                turn.because(new Blocks(id));
            } else if (member.filter(one -> Reaching.undisturbed(turn, one)).isPresent()) {
                turn.because(new Reason.NotDisturbed(id));
            } else {
                member.ifPresent(members::add);
            }
        }
        return members;
    }

    private static void begin(Turn turn, Destination whom, Duration patience) {
        boolean answered = turn.caller().talkingSince().isPresent() && !turn.inAside();
        // Whoever heard it ring before it went on hears it ring on.
        boolean rung = !turn.path().called().isEmpty();
        turn.stage(
                new Stage.Calling(
                        whom, turn.at().plus(limited(turn, whom, patience)), answered || rung));
    }

    /** What was handed on must not ring for long: it can go back. */
    private static Duration limited(Turn turn, Destination whom, Duration patience) {
        if (turn.path().handover().filter(Handover::returns).isEmpty() || inTurn(turn, whom)) {
            return patience;
        }
        Duration limit =
                whom instanceof Destination.ToOutside
                        ? HandingOn.PATIENCE_OUTSIDE
                        : HandingOn.PATIENCE;
        return patience.compareTo(limit) < 0 ? patience : limit;
    }

    /** One after another takes its time: else only the first would ever be rung. */
    private static boolean inTurn(Turn turn, Destination whom) {
        return whom instanceof Destination.ToGroup(var id)
                && turn.plan()
                        .group(id)
                        .filter(group -> group.ringing().strategy() != Ringing.Strategy.ALL)
                        .isPresent();
    }

    static void ring(Turn turn, Person person, String via, int seconds) {
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
        callOut(turn, trunk, outside);
    }

    static LegId callOut(Turn turn, Trunk trunk, Destination.ToOutside outside) {
        LegId leg = turn.addCalled(new Who.Outsider(trunk.id(), Optional.of(outside.number()), ""));
        turn.effect(
                new CallEffect.CallOutside(
                        leg,
                        trunk.id(),
                        outside.number(),
                        trunk.callerNumber(),
                        turn.plan().facts().name()));
        return leg;
    }

    static void ringing(Turn turn, Leg leg) {
        if (isCalled(turn, leg) && Waking.tried(leg)) {
            turn.put(leg.in(Leg.State.RINGING));
            tellOutsideCaller(turn);
        }
    }

    static void early(Turn turn, Leg leg) {
        if (isCalled(turn, leg) && leg.person().isEmpty() && !leg.up()) {
            // What a person's other phone sends before it has accepted the call is not for others.
            turn.put(leg.in(isOther(turn, leg) ? Leg.State.RINGING : Leg.State.EARLY));
            tellOutsideCaller(turn);
        }
    }

    private static boolean isCalled(Turn turn, Leg leg) {
        return turn.stage().rings() && !turn.isCaller(leg.id());
    }

    private static boolean isOther(Turn turn, Leg leg) {
        return turn.stage() instanceof Stage.Calling calling && FollowingHim.is(calling, leg);
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
        if (turn.stage() instanceof Stage.Calling calling && FollowingHim.is(calling, leg)) {
            FollowingHim.answered(turn, calling, leg);
        } else {
            take(turn, leg);
        }
    }

    /** Somebody has the call; all others stop ringing. */
    static void take(Turn turn, Leg leg) {
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
        EndReason why = outcome(leg, told);
        giveUp(turn, leg, why);
        Stage.Calling next = FollowingHim.without(turn, calling, leg, why);
        turn.stage(next);
        if (turn.liveCalled().isEmpty()
                && !Hunting.next(turn, next.withRingBack())
                && !FollowingHim.instead(turn, next, why)) {
            nobody(turn, next);
        }
    }

    /** Why a phone that was called was not reached, as the caller's side sees it. */
    static EndReason outcome(Leg leg, EndReason told) {
        return switch (told) {
            case HUNG_UP, CANCELLED, ANSWERED_ELSEWHERE -> EndReason.NO_ANSWER;
            // Carriers say 480 both of a phone that is off and of one that rang in vain.
            case UNREACHABLE -> leg.state() == Leg.State.RINGING ? EndReason.NO_ANSWER : told;
            case DECLINED,
                    BUSY,
                    NO_ANSWER,
                    UNKNOWN_NUMBER,
                    NOT_ALLOWED,
                    SPENDING_LIMIT,
                    WRONG_PIN,
                    NO_CHOICE,
                    PAGE_LOST,
                    NETWORK,
                    NO_MEDIA,
                    TRANSFERRED,
                    RETRIEVED,
                    REMOVED,
                    CONFERENCE_OVER,
                    SERVER_RESTARTED ->
                    told;
        };
    }

    static void timedOut(Turn turn, Stage.Calling calling) {
        if (turn.at().isBefore(calling.until())) {
            Hunting.due(turn, calling);
            FollowingHim.due(turn, calling);
            return;
        }
        Stage.Calling over = calling;
        for (Leg leg : turn.liveCalled()) {
            giveUp(turn, leg, EndReason.NO_ANSWER);
            over = over.plus(EndReason.NO_ANSWER);
        }
        nobody(turn, over);
    }

    static void giveUp(Turn turn, Leg leg, EndReason why) {
        turn.end(leg, why);
        switch (leg.who()) {
            case Who.Colleague(var person, String _, var _) ->
                    turn.because(new Reason.NotReached(person, why));
            case Who.Outsider outsider ->
                    turn.because(new Reason.OutsideRefused(outsider.trunk(), why));
            // Guests come, nobody calls them.
            case Who.Guest _ -> {}
        }
    }

    /** Nobody is rung at all. */
    static void unreached(Turn turn, Destination whom, EndReason why) {
        nobody(turn, new Stage.Calling(whom, turn.at(), false).plus(why));
    }

    static void nobody(Turn turn, Stage.Calling calling) {
        List<EndReason> kinds = calling.outcomes().stream().distinct().toList();
        boolean agreed = kinds.size() == 1;
        EndReason why = agreed ? kinds.getFirst() : EndReason.NO_ANSWER;
        if (calling.whom() instanceof Destination.ToGroup(var group)) {
            // That somebody declined is his own affair: the caller called the group.
            why = why == EndReason.UNREACHABLE || why == EndReason.BUSY ? why : EndReason.NO_ANSWER;
            turn.because(new Reason.GroupNotReached(group, why));
        }
        boolean taken =
                Reaching.leadsOn(turn, calling.whom(), why)
                        || MessageTaking.takes(turn, calling.whom());
        if (!taken) {
            Farewell.fail(turn, why);
        }
    }
}
