package org.sonnerie.pbx.call;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RingGroup;
import org.sonnerie.pbx.plan.Ringing;

/** Ringing the members of a group one after another. */
final class Hunting {
    /** How long the order is waited for; then that of the plan is taken. */
    private static final Duration ORDER = Duration.ofMillis(500);

    private Hunting() {}

    /** Begins; the order of the plan is known, any other depends on the calls before. */
    static void begin(Turn turn, RingGroup group, List<PersonId> members, String via) {
        if (!(turn.stage() instanceof Stage.Calling calling)) {
            return;
        }
        if (group.ringing().strategy() == Ringing.Strategy.IN_ORDER) {
            start(turn, calling, group, via, members);
        } else {
            turn.effect(new CallEffect.OrderMembers(turn.caller().id(), group.id()));
            turn.stage(calling.hunting(new Hunt(via, members, false, turn.at().plus(ORDER))));
        }
    }

    /** The order is known now. Whom it does not name comes last. */
    static void ordered(Turn turn, CallEvent.MembersOrdered event) {
        if (turn.stage() instanceof Stage.Calling calling
                && calling.whom().equals(new Destination.ToGroup(event.group()))) {
            calling.hunt()
                    .filter(hunt -> !hunt.ordered())
                    .ifPresent(hunt -> {
                        SequencedSet<PersonId> order = new LinkedHashSet<>(event.members());
                        order.retainAll(hunt.left());
                        order.addAll(hunt.left());
                        start(turn, calling, hunt, List.copyOf(order));
                    });
        }
    }

    private static void start(Turn turn, Stage.Calling calling, Hunt hunt, List<PersonId> members) {
        groupOf(turn, calling).ifPresent(group -> start(turn, calling, group, hunt.via(), members));
    }

    private static void start(
            Turn turn, Stage.Calling calling, RingGroup group, String via, List<PersonId> members) {
        turn.because(new Reason.RingsInTurn(group.id(), group.ringing().strategy(), members));
        go(turn, calling.hunting(new Hunt(via, members, true, turn.at())));
    }

    private static void go(Turn turn, Stage.Calling calling) {
        if (!next(turn, calling)) {
            Attempt.nobody(turn, calling);
        }
    }

    /**
     * Rings the next.
     *
     * @return false: none is left
     */
    static boolean next(Turn turn, Stage.Calling calling) {
        Optional<Hunt> hunt = calling.hunt();
        Optional<RingGroup> group = groupOf(turn, calling);
        if (hunt.isEmpty() || group.isEmpty()) {
            return false;
        }
        List<PersonId> left = hunt.get().left();
        for (int i = 0; i < left.size(); i++) {
            Optional<Person> member =
                    turn.plan().person(left.get(i)).filter(one -> !turn.hasPerson(one.id()));
            if (member.isPresent()) {
                int seconds = group.get().ringing().memberSeconds();
                Instant due = turn.at().plusSeconds(seconds);
                String via = hunt.get().via();
                turn.stage(
                        calling.hunting(
                                new Hunt(via, left.subList(i + 1, left.size()), true, due)));
                Attempt.ring(turn, member.get(), via, seconds);
                return true;
            }
        }
        return false;
    }

    /** The one who is rung has had his time, or the order did not come. */
    static void due(Turn turn, Stage.Calling calling) {
        calling.hunt()
                .ifPresent(hunt -> {
                    if (hunt.ordered()) {
                        turn.liveCalled()
                                .forEach(leg ->
                                        Attempt.notReached(
                                                turn, calling, leg, EndReason.NO_ANSWER));
                    } else {
                        start(turn, calling, hunt, hunt.left());
                    }
                });
    }

    private static Optional<RingGroup> groupOf(Turn turn, Stage.Calling calling) {
        return calling.whom() instanceof Destination.ToGroup(var id)
                ? turn.plan().group(id)
                : Optional.empty();
    }
}
