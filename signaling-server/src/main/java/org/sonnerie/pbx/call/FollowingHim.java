package org.sonnerie.pbx.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.Destination.ToOutside;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.FollowMe;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.Trunk;

/** Ringing a person's phone outside too; whoever answers there must accept the call. */
final class FollowingHim {
    /** How long it rings at least: a mobile takes a while before it does. */
    private static final Duration RINGING = Duration.ofSeconds(30);

    /** How long whoever answers is asked: the prompt three times. */
    private static final Duration ASKING = Duration.ofSeconds(20);

    private static final char ACCEPT = '1';

    private FollowingHim() {}

    /** His own phone is being rung. */
    static void begin(Turn turn, Person person) {
        Optional<FollowMe> other = person.reach().followMe();
        boolean back = turn.path().handover().filter(Handover::back).isPresent();
        if (other.isPresent() && !back && turn.stage() instanceof Stage.Calling calling) {
            Instant due = turn.at().plusSeconds(other.get().afterSeconds());
            turn.stage(
                    calling.following(
                            Optional.of(
                                    new OtherPhone(person.id(), Optional.empty(), false, due))));
        }
    }

    /** Whether a leg is that of a phone outside which rings beside a person's own. */
    static boolean is(Stage.Calling calling, Leg leg) {
        return calling.other().filter(other -> other.is(leg.id())).isPresent();
    }

    /** It is time to call it, or whoever was asked has not accepted. */
    static void due(Turn turn, Stage.Calling calling) {
        calling.other()
                .filter(other -> !other.due().isAfter(turn.at()))
                .ifPresent(other -> due(turn, calling, other));
    }

    private static void due(Turn turn, Stage.Calling calling, OtherPhone other) {
        if (other.asked()) {
            other.leg()
                    .flatMap(turn::live)
                    .ifPresent(leg -> Attempt.notReached(turn, calling, leg, EndReason.NO_ANSWER));
        } else {
            call(turn, calling, other);
        }
    }

    /**
     * His own phone cannot ring: the other one does at once.
     *
     * @return false: there is none that was not called yet
     */
    static boolean instead(Turn turn, Stage.Calling calling, EndReason why) {
        Optional<OtherPhone> other = calling.other().filter(one -> one.leg().isEmpty());
        return why == EndReason.UNREACHABLE
                && other.isPresent()
                && call(turn, calling, other.get());
    }

    private static boolean call(Turn turn, Stage.Calling calling, OtherPhone other) {
        Optional<FollowMe> number =
                turn.plan().person(other.person()).flatMap(person -> person.reach().followMe());
        List<Trunk> trunks = turn.plan().outside().trunks();
        turn.stage(calling.following(Optional.empty()));
        if (number.isEmpty()
                || trunks.isEmpty()
                || !(Dialling.read(turn.plan(), number.get().number())
                        instanceof ToOutside outside)) {
            turn.because(new Reason.NoTrunk());
            return false;
        }
        turn.because(new Reason.FollowsHim(other.person(), outside.number()));
        LegId leg = Attempt.callOut(turn, trunks.getFirst(), outside);
        turn.stage(
                calling.atLeastUntil(turn.at().plus(RINGING))
                        .following(
                                Optional.of(
                                        new OtherPhone(
                                                other.person(),
                                                Optional.of(leg),
                                                false,
                                                Instant.MAX))));
        return true;
    }

    /** It answered: whoever is there is asked. */
    static void answered(Turn turn, Stage.Calling calling, Leg leg) {
        calling.other()
                .filter(other -> !other.asked())
                .ifPresent(other -> {
                    Instant due = turn.at().plus(ASKING);
                    turn.put(leg.in(Leg.State.UP));
                    turn.because(new Reason.AsksToAccept(other.person()));
                    turn.stage(
                            calling.withRingBack()
                                    .atLeastUntil(due.plusMillis(1))
                                    .following(
                                            Optional.of(
                                                    new OtherPhone(
                                                            other.person(),
                                                            other.leg(),
                                                            true,
                                                            due))));
                });
    }

    /** A key of whoever was asked. */
    static void pressed(Turn turn, LegId id, char digit) {
        if (digit == ACCEPT && turn.stage() instanceof Stage.Calling calling) {
            calling.other()
                    .filter(other -> other.is(id) && other.asked())
                    .ifPresent(other ->
                            turn.live(id)
                                    .ifPresent(leg -> {
                                        turn.because(new Reason.Answered(other.person()));
                                        Attempt.take(turn, leg);
                                    }));
        }
    }

    /** A leg is over; if it was the other phone, the rest goes on without it. */
    static Stage.Calling without(Turn turn, Stage.Calling calling, Leg leg, EndReason why) {
        if (is(calling, leg)) {
            calling.other()
                    .filter(OtherPhone::asked)
                    .ifPresent(other -> turn.because(new Reason.NotAccepted(other.person())));
            return calling.following(Optional.empty());
        }
        Stage.Calling next = calling.plus(why);
        if (why != EndReason.DECLINED) {
            return next;
        }
        // Who declines does not want the call on his other phone either.
        next.other()
                .flatMap(OtherPhone::leg)
                .flatMap(turn::live)
                .ifPresent(other -> turn.end(other, EndReason.CANCELLED));
        return next.following(Optional.empty());
    }
}
