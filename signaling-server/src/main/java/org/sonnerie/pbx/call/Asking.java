package org.sonnerie.pbx.call;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.plan.Destination;

/** A person asks somebody while his own party waits: attended transfer, and three together. */
final class Asking {
    private Asking() {}

    /** Begins; nothing happens where there is no party that could wait, or nobody to ask. */
    static void begin(Turn turn, Leg by, CallEvent.Consulted event) {
        if (!somebody(event.destination()) || !canWait(turn, by)) {
            return;
        }
        Card card = new Card(Card.Kind.CONSULTATION, waiting(turn, by), event.note());
        by.person()
                .ifPresent(person -> {
                    turn.because(new Reason.Asks(person, event.dialled(), event.destination()));
                    turn.put(by.holding(false));
                    turn.aside(
                            Optional.of(
                                    Path.of(
                                            by.id(),
                                            event.dialled(),
                                            event.destination(),
                                            Optional.of(new Handover(person, card, false)))));
                    Routing.go(turn, event.destination(), "");
                });
    }

    /** Whether people stand at a destination, not a machine. */
    static boolean somebody(Destination destination) {
        return switch (destination) {
            case Destination.ToPerson _, Destination.ToGroup _, Destination.ToOutside _ -> true;
            case Destination.ToQueue _,
                    Destination.ToMenu _,
                    Destination.ToRoom _,
                    Destination.ToRoute _,
                    Destination.ToAnnouncement _,
                    Destination.ToHangUp _,
                    Destination.ToEcho _,
                    Destination.ToMusic _,
                    Destination.ToMailbox _,
                    Destination.ToOwnMailbox _,
                    Destination.ToMailboxOf _,
                    Destination.ToVoicemailAccess _,
                    Destination.ToDirectory _,
                    Destination.ToPark _,
                    Destination.ToSlot _,
                    Destination.ToPickup _,
                    Destination.ToNowhere _ ->
                    false;
        };
    }

    /** Whether there is somebody whom this person could let wait. */
    private static boolean canWait(Turn turn, Leg by) {
        return HandingOn.possible(turn, by) || together(turn, by);
    }

    private static boolean together(Turn turn, Leg by) {
        return HandingOn.free(turn, by)
                && turn.main().has(by.id())
                && turn.main().stage() instanceof Stage.Together;
    }

    /** Who waits, as whoever is asked is shown it. */
    private static Named waiting(Turn turn, Leg by) {
        return others(turn, by.id())
                .findFirst()
                .map(leg -> Sight.named(turn.plan(), leg.who()))
                .orElse(new Named("", ""));
    }

    private static Stream<Leg> others(Turn turn, LegId but) {
        return turn.liveOn(turn.main()).stream().filter(leg -> !leg.id().equals(but));
    }

    /** The way aside is over by itself or by the person's wish: he is back with who waits. */
    static void over(Turn turn, EndReason why) {
        Path path = turn.path();
        turn.liveCalled().forEach(leg -> turn.end(leg, why));
        turn.live(path.lead())
                .flatMap(Leg::person)
                .ifPresent(person -> turn.because(new Reason.AskedOver(person, why)));
        turn.aside(Optional.empty());
    }

    static void cancel(Turn turn, Leg by) {
        if (asks(turn, by)) {
            turn.aboutAside();
            over(turn, EndReason.CANCELLED);
        }
    }

    private static boolean asks(Turn turn, Leg by) {
        return turn.aside().filter(path -> path.lead().equals(by.id())).isPresent();
    }

    /**
     * The person leaves; the others go on without him.
     *
     * @return false: nobody could take his place, nothing was done
     */
    static boolean complete(Turn turn, Leg by, EndReason reason) {
        if (!asks(turn, by)) {
            return false;
        }
        Path aside = turn.aside().orElseThrow();
        if (turn.main().stage() instanceof Stage.Together) {
            return completeInto(turn, by, reason, aside);
        }
        Optional<Leg> waiting = turn.main().partner(by.id()).flatMap(turn::live);
        boolean reachable =
                aside.stage() instanceof Stage.Talking || aside.stage() instanceof Stage.Calling;
        if (waiting.isEmpty() || !reachable) {
            return false;
        }
        putThrough(turn, by, reason, waiting.get(), aside);
        return true;
    }

    private static void putThrough(Turn turn, Leg by, EndReason reason, Leg waiting, Path aside) {
        turn.aside(Optional.empty());
        Optional<Handover> handed =
                aside.handover().map(was -> HandingOn.handedOn(turn, was.by(), was.card().note()));
        Stage stage =
                aside.stage() instanceof Stage.Calling calling
                        ? calling.withRingBack()
                        : aside.stage();
        boolean calling = stage instanceof Stage.Calling;
        turn.main(
                new Path(
                        waiting.id(),
                        aside.called(),
                        stage,
                        aside.target(),
                        aside.dialled(),
                        calling ? handed : Optional.empty(),
                        aside.forwards()));
        aside.called().stream()
                .flatMap(leg -> turn.live(leg).stream())
                .forEach(leg -> turn.put(leg.showing(handed.map(Handover::card))));
        by.person().ifPresent(person -> turn.because(new Reason.PutThrough(person)));
        turn.leave(by, waiting.id(), reason);
    }

    /** Who was asked takes the person's place among those who are together. */
    private static boolean completeInto(Turn turn, Leg by, EndReason reason, Path aside) {
        if (!(aside.stage() instanceof Stage.Talking)) {
            return false;
        }
        bring(turn, by, aside);
        turn.live(by.id()).ifPresent(leg -> Gathering.leave(turn, leg, reason));
        return true;
    }

    /** All talk with all; nothing happens before somebody has answered. */
    static void join(Turn turn, Leg by) {
        boolean talks =
                asks(turn, by)
                        && turn.aside().orElseThrow().stage() instanceof Stage.Talking
                        && others(turn, by.id()).findAny().isPresent();
        if (talks) {
            bring(turn, by, turn.aside().orElseThrow());
        }
    }

    private static void bring(Turn turn, Leg by, Path aside) {
        turn.aside(Optional.empty());
        List<LegId> called =
                Stream.concat(turn.main().called().stream(), aside.called().stream()).toList();
        turn.main(turn.main().ledBy(turn.main().lead(), called).at(new Stage.Together()));
        int parties = turn.liveOn(turn.main()).size();
        by.person().ifPresent(person -> turn.because(new Reason.BroughtTogether(person, parties)));
    }

    /** A leg ended by itself while somebody asks. */
    static void legEnded(Turn turn, Leg leg, EndReason told) {
        if (asks(turn, leg)) {
            if (!complete(turn, leg, told)) {
                turn.aboutAside();
                over(turn, told);
                Routing.legEnded(turn, leg, told);
            }
            return;
        }
        turn.about(leg.id());
        if (turn.inAside()) {
            Routing.ended(turn, leg, told);
        } else if (turn.main().stage() instanceof Stage.Together) {
            Gathering.leave(turn, leg, told);
        } else {
            waitedTooLong(turn, leg, told);
        }
    }

    /** Who waited is gone: the person goes on with whoever he asks. */
    private static void waitedTooLong(Turn turn, Leg leg, EndReason told) {
        Path aside = turn.aside().orElseThrow();
        turn.leave(leg, aside.lead(), told);
        turn.aside(Optional.empty());
        turn.main(aside.with(Optional.empty()));
        turn.liveCalled().forEach(asked -> turn.put(asked.showing(Optional.empty())));
    }
}
