package org.sonnerie.pbx.call;

import java.time.Duration;
import java.util.Optional;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.PersonId;

/** A person hands his party on: to another, or into a slot. And what comes back. */
final class HandingOn {
    /** How long somebody inside is rung before the call goes back. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How long a number outside is: it takes a while before it rings. */
    static final Duration PATIENCE_OUTSIDE = Duration.ofSeconds(45);

    /** How long a parked call waits. */
    private static final Duration PARKED = Duration.ofSeconds(60);

    private HandingOn() {}

    /** Whether this leg is a person's who talks to somebody that can be handed on. */
    static boolean possible(Turn turn, Leg by) {
        return free(turn, by) && turn.main().partner(by.id()).flatMap(turn::live).isPresent();
    }

    /** A person with a page who asks nobody yet. */
    static boolean free(Turn turn, Leg by) {
        return turn.aside().isEmpty() && by.person().isPresent() && !by.lost();
    }

    static void transfer(Turn turn, Leg by, CallEvent.Transferred event) {
        if (!possible(turn, by)) {
            return;
        }
        by.person()
                .ifPresent(person -> {
                    turn.because(new Reason.HandedOn(person, event.dialled(), event.destination()));
                    Leg other = leaveBehind(turn, by, EndReason.TRANSFERRED);
                    turn.main(
                            Path.of(
                                    other.id(),
                                    event.dialled(),
                                    event.destination(),
                                    Optional.of(handedOn(turn, person, event.note()))));
                    Routing.go(turn, event.destination(), "");
                });
    }

    private static Leg leaveBehind(Turn turn, Leg by, EndReason reason) {
        Leg other = partner(turn, by);
        turn.leave(by, other.id(), reason);
        return other;
    }

    private static Leg partner(Turn turn, Leg by) {
        Leg other = turn.main().partner(by.id()).flatMap(turn::live).orElseThrow().holding(false);
        turn.put(other);
        return other;
    }

    static Handover handedOn(Turn turn, PersonId by, String note) {
        return new Handover(
                by, new Card(Card.Kind.TRANSFERRED, Sight.named(turn.plan(), by), note), true);
    }

    /** Nobody took it: back to who handed it on. */
    static void goBack(Turn turn, Handover handed, EndReason why) {
        Named notTaken = Sight.target(turn.plan(), turn.path());
        backTo(
                turn,
                handed.by(),
                new Card(Card.Kind.RETURNED, notTaken, handed.card().note()),
                why);
    }

    private static void backTo(Turn turn, PersonId person, Card card, EndReason why) {
        turn.because(new Reason.GoesBack(person, why));
        turn.main(turn.main().with(Optional.of(new Handover(person, card, false))));
        turn.plan()
                .person(person)
                .ifPresentOrElse(
                        one -> {
                            turn.target(new Destination.ToPerson(person));
                            Attempt.person(turn, one, "");
                        },
                        () -> Farewell.fail(turn, why));
    }

    static void park(Turn turn, Leg by, String slot) {
        if (!possible(turn, by)) {
            return;
        }
        by.person().ifPresent(person -> turn.because(new Reason.ParkedIn(person, slot)));
        Leg other = partner(turn, by);
        turn.put(by.holding(false));
        turn.departs(by, other.id());
        Parting.parkedAt(turn, by.id(), slot);
        turn.main(
                Path.of(other.id(), slot, new Destination.ToSlot(slot), Optional.empty())
                        .at(new Stage.Parked(slot, by.id(), turn.at().plus(PARKED))));
    }

    /** Nobody retrieved it. */
    static void waitedLong(Turn turn, Stage.Parked parked) {
        turn.known(parked.by())
                .flatMap(Leg::person)
                .ifPresentOrElse(
                        person ->
                                backTo(
                                        turn,
                                        person,
                                        new Card(
                                                Card.Kind.RETURNED,
                                                new Named("", parked.slot()),
                                                ""),
                                        EndReason.NO_ANSWER),
                        () -> Farewell.fail(turn, EndReason.NO_ANSWER));
    }

    /** Somebody takes a call that waits in a slot or in a queue, or that rings for others. */
    static void joined(Turn turn, CallEvent.Joined event) {
        boolean known = turn.known(event.leg()).isPresent();
        boolean open =
                switch (event.way()) {
                    case RETRIEVE -> turn.stage() instanceof Stage.Parked;
                    case PICKUP -> rings(turn);
                    // Whose page is away would be found by nobody.
                    case OUT_OF_TURN ->
                            turn.stage() instanceof Stage.Queued && !turn.caller().lost();
                };
        if (known || turn.hasPerson(event.person()) || !open) {
            return;
        }
        turn.because(new Reason.Took(event.person(), event.way()));
        turn.liveCalled().forEach(leg -> turn.end(leg, EndReason.ANSWERED_ELSEWHERE));
        turn.addJoined(event.leg(), event.person());
        turn.answerCaller();
        turn.stage(new Stage.Talking(event.leg()));
        turn.taken();
    }

    private static boolean rings(Turn turn) {
        return turn.stage().rings()
                && turn.liveCalled().stream().anyMatch(leg -> leg.person().isPresent());
    }

    /**
     * Who waited in a slot is gone: whoever parked him sees why, if he still hears the slot too.
     */
    static void gone(Turn turn, Stage.Parked parked, Leg leg, EndReason told) {
        turn.known(parked.by()).filter(Leg::over).ifPresent(by -> turn.put(by.ended(told)));
        turn.endAll(told, Optional.of(leg.id()));
    }
}
