package org.sonnerie.pbx.call;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.plan.Destination;

/**
 * Listening to a call, whispering to one of its parties, barging in. It is over with the talk of
 * the one who is supervised; calls for help are never supervised.
 */
final class Supervising {
    private static final Duration RINGS = Duration.ofSeconds(20);

    private Supervising() {}

    /**
     * Takes what is about the leg of who supervises.
     *
     * @return false: it is about others too
     */
    static boolean take(Turn turn, CallEvent event) {
        if (event instanceof SupervisionEvent.SupervisionWished wished) {
            turn.supervision()
                    .ifPresentOrElse(now -> change(turn, now, wished), () -> begin(turn, wished));
            return true;
        }
        return turn.supervision().filter(now -> takes(turn, now, event)).isPresent();
    }

    private static void change(
            Turn turn, Supervision now, SupervisionEvent.SupervisionWished wished) {
        if (now.person().equals(wished.person()) && now.manner() != wished.manner()) {
            turn.supervision(Optional.of(now.in(wished.manner())));
            turn.because(new SupervisionReason.Changed(now.person(), wished.manner()));
        }
    }

    private static void begin(Turn turn, SupervisionEvent.SupervisionWished wished) {
        Optional<Leg> whom = whom(turn);
        boolean known = turn.known(wished.leg()).isPresent();
        if (whom.isEmpty() || known || turn.hasPerson(wished.person()) || forHelp(turn.main())) {
            return;
        }
        turn.addFirstCalled(wished.leg(), new Who.Colleague(wished.person(), "", Optional.empty()));
        turn.supervision(
                Optional.of(
                        new Supervision(
                                wished.leg(),
                                wished.person(),
                                whom.get().id(),
                                wished.manner(),
                                Optional.of(turn.at().plus(RINGS)))));
        turn.effect(new CallEffect.RingPerson(wished.leg(), wished.person()));
        turn.because(new SupervisionReason.Wished(wished.person(), wished.manner(), wished.why()));
    }

    private static boolean forHelp(Path path) {
        return path.target() instanceof Destination.ToOutside(String _, boolean emergency)
                && emergency;
    }

    /** The person of the company who was called, or else who called. */
    private static Optional<Leg> whom(Turn turn) {
        if (turn.aside().isPresent() || !talk(turn.main())) {
            return Optional.empty();
        }
        Path main = turn.main();
        return Stream.concat(main.called().stream(), Stream.of(main.lead()))
                .flatMap(id -> turn.live(id).stream())
                .filter(leg -> leg.up() && leg.person().isPresent())
                .findFirst();
    }

    private static boolean talk(Path path) {
        return path.stage() instanceof Stage.Talking || path.stage() instanceof Stage.Together;
    }

    private static boolean takes(Turn turn, Supervision now, CallEvent event) {
        return switch (event) {
            case CallEvent.LegRinging(_, var id) -> now.has(id) && rings(turn, now);
            case CallEvent.EarlyMedia(_, var id) -> now.has(id);
            case CallEvent.LegAnswered(_, var id) -> now.has(id) && answered(turn, now);
            case CallEvent.LegEnded(_, var id, var why) -> now.has(id) && over(turn, now, why);
            case CallEvent.PageLost(_, var id) ->
                    now.has(id) && over(turn, now, EndReason.PAGE_LOST);
            case WakingEvent.PhoneAsleep(_, var id) ->
                    now.has(id) && over(turn, now, EndReason.UNREACHABLE);
            case CallEvent.ServerRestarted _ -> {
                over(turn, now, EndReason.SERVER_RESTARTED);
                yield false;
            }
            case CallEvent.TimedOut _ -> {
                if (now.until().filter(until -> !until.isAfter(turn.at())).isPresent()) {
                    over(turn, now, EndReason.NO_ANSWER);
                }
                yield false;
            }
            default -> false;
        };
    }

    private static boolean rings(Turn turn, Supervision now) {
        turn.live(now.leg())
                .filter(Waking::tried)
                .ifPresent(leg -> turn.put(leg.in(Leg.State.RINGING)));
        return true;
    }

    private static boolean answered(Turn turn, Supervision now) {
        turn.live(now.leg())
                .filter(leg -> !leg.up())
                .ifPresent(leg -> {
                    turn.put(leg.talkingSince(turn.at()));
                    turn.supervision(Optional.of(now.answered()));
                    turn.because(new SupervisionReason.Began(now.person(), now.manner()));
                });
        return true;
    }

    private static boolean over(Turn turn, Supervision now, EndReason why) {
        turn.live(now.leg()).ifPresent(leg -> turn.end(leg, why));
        turn.supervision(Optional.empty());
        turn.because(new SupervisionReason.Ended(now.person()));
        return true;
    }

    /** After each event: it ends with the talk it is about. */
    static void settle(Turn turn) {
        turn.supervision()
                .filter(now -> !goesOn(turn, now))
                .ifPresent(now -> over(turn, now, EndReason.HUNG_UP));
    }

    private static boolean goesOn(Turn turn, Supervision now) {
        return talk(turn.main())
                && turn.live(now.leg()).isPresent()
                && turn.main().has(now.supervised())
                && turn.live(now.supervised()).isPresent();
    }

    private static Optional<Supervision> of(Call call) {
        return call.sounds().supervision();
    }

    /** Whether a leg is that of who supervises. */
    static boolean isBy(Call call, Leg leg) {
        return of(call).filter(now -> now.has(leg.id())).isPresent();
    }

    /** What who supervises hears; empty: it is another's leg. */
    static Optional<Hears> heardBy(Call call, Leg leg) {
        return of(call).filter(now -> now.has(leg.id()))
                .map(now ->
                        leg.holding()
                                ? new Hears.Nothing()
                                : new Hears.Supervised(now.manner(), now.supervised()));
    }

    /** Whether those who talk with each other do so where another hears them. */
    static boolean attended(Call call) {
        return of(call).flatMap(now -> call.leg(now.leg())).filter(Leg::up).isPresent();
    }

    /** Who is in the call beside the parties, as far as a leg hears him, or supervises him. */
    static Stream<Named> shownTo(Call call, Leg leg) {
        return of(call)
                .filter(now -> attended(call) || now.has(leg.id()))
                .flatMap(now -> {
                    if (now.has(leg.id())) {
                        return call.leg(now.supervised());
                    }
                    return now.isHeardBy(leg.id()) ? call.leg(now.leg()) : Optional.empty();
                })
                .map(other -> Sight.named(call.plan(), other.who()))
                .stream();
    }
}
