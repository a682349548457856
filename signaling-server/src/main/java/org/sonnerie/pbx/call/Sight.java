package org.sonnerie.pbx.call;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.PersonId;

/** A call as each person's page shows it. */
final class Sight {
    private Sight() {}

    static List<CallView> views(Call call) {
        return call.legs().stream()
                .filter(leg -> newest(call, leg))
                .flatMap(leg -> leg.person().map(person -> view(call, leg, person)).stream())
                .toList();
    }

    /** Who handed a call on and is rung again has a new leg; his page shows only that. */
    private static boolean newest(Call call, Leg leg) {
        return call.legs().stream()
                .filter(other -> other.person().equals(leg.person()))
                .reduce((_, last) -> last)
                .filter(leg::equals)
                .isPresent();
    }

    private static CallView view(Call call, Leg leg, PersonId person) {
        CallView.State state = state(call, leg);
        return new CallView(
                call.id(),
                leg.id(),
                person,
                leg.called(),
                state,
                party(call, leg),
                new CallView.Times(call.began(), leg.talkingSince()),
                new CallView.Details(
                        state == CallView.State.ENDED ? reason(call, leg) : Optional.empty(),
                        leg.over() ? Optional.empty() : card(leg.who()),
                        consult(call, leg),
                        state == CallView.State.PARKED ? call.slot() : Optional.empty(),
                        with(call, leg),
                        Recorder.shown(call, leg)));
    }

    private static Optional<EndReason> reason(Call call, Leg leg) {
        if (call.path().stage() instanceof Stage.Closing closing && !leg.over()) {
            return Optional.of(closing.reason());
        }
        return leg.ended();
    }

    private static CallView.State state(Call call, Leg leg) {
        if (parked(call, leg)) {
            return CallView.State.PARKED;
        }
        if (leg.over() || failed(call)) {
            return CallView.State.ENDED;
        }
        if (leg.lost() || partner(call, leg).map(Leg::lost).orElse(false)) {
            return CallView.State.RECONNECTING;
        }
        if (leg.holding()) {
            return CallView.State.ON_HOLD;
        }
        return Supervising.isBy(call, leg) && !leg.up()
                ? CallView.State.RINGING
                : on(call, ownPath(call, leg), leg);
    }

    private static CallView.State on(Call call, Path path, Leg leg) {
        boolean isCalled = !path.lead().equals(leg.id());
        boolean queued = path.stage() instanceof Stage.Queued && isCalled;
        if (path.stage() instanceof Stage.Inviting
                || path.stage() instanceof Stage.Originating
                || queued) {
            return CallView.State.RINGING;
        }
        if (!(path.stage() instanceof Stage.Calling calling)) {
            return CallView.State.IN_CALL;
        }
        return isCalled || rings(call, path, calling)
                ? CallView.State.RINGING
                : CallView.State.CALLING;
    }

    private static boolean parked(Call call, Leg leg) {
        return call.path().stage() instanceof Stage.Parked parked && parked.by().equals(leg.id());
    }

    /** The call never came to be: the page says so while the caller still hears why. */
    private static boolean failed(Call call) {
        return call.path().stage() instanceof Stage.Closing closing && closing.shownOver();
    }

    private static boolean rings(Call call, Path path, Stage.Calling calling) {
        return calling.ringBackAtOnce()
                || call.firstCalled(path, Leg.State.RINGING).isPresent()
                || call.firstCalled(path, Leg.State.EARLY).isPresent();
    }

    /** The leg this one talks to, or would if it did not ask somebody else. */
    private static Optional<Leg> partner(Call call, Leg leg) {
        return ownPath(call, leg).partner(leg.id()).flatMap(call::leg);
    }

    /** The way on which a leg has its party: who asks is shown with who waits. */
    private static Path ownPath(Call call, Leg leg) {
        return call.path().has(leg.id()) ? call.path() : call.pathOf(leg.id()).orElse(call.path());
    }

    /** Whom a person asks while his party waits. */
    private static Optional<CallView.Consult> consult(Call call, Leg leg) {
        return call.aside()
                .filter(path -> path.lead().equals(leg.id()))
                .map(path -> {
                    boolean over = path.stage() instanceof Stage.Closing;
                    return new CallView.Consult(
                            destination(call, path),
                            over ? CallView.State.ENDED : on(call, path, leg),
                            path.stage() instanceof Stage.Closing closing
                                    ? Optional.of(closing.reason())
                                    : Optional.empty());
                });
    }

    /** The others of more than two, but for the one who is shown as the party. */
    private static List<Named> with(Call call, Leg leg) {
        return leg.over()
                ? List.of()
                : Stream.concat(others(call, leg).stream().skip(1), Supervising.shownTo(call, leg))
                        .toList();
    }

    private static List<Named> others(Call call, Leg leg) {
        Path path = ownPath(call, leg);
        if (!(path.stage() instanceof Stage.Together)) {
            return List.of();
        }
        return path.legs()
                .filter(other -> !other.equals(leg.id()))
                .flatMap(other -> call.leg(other).stream())
                .filter(other -> !other.over())
                .map(other -> named(call.plan(), other.who()))
                .toList();
    }

    private static CallView.Party party(Call call, Leg leg) {
        boolean held =
                !leg.over() && partner(call, leg).map(other -> holds(call, other)).orElse(false);
        Named other = other(call, leg);
        return new CallView.Party(other.name(), other.number(), via(leg.who()), held);
    }

    /** On hold, or asking somebody else. */
    private static boolean holds(Call call, Leg other) {
        boolean asks =
                call.aside().filter(path -> path.lead().equals(other.id())).isPresent()
                        && call.path().has(other.id());
        return other.holding() || asks;
    }

    private static Named other(Call call, Leg leg) {
        Optional<Leg> left =
                call.departures().stream()
                        .filter(departure -> departure.leg().equals(leg.id()))
                        .findFirst()
                        .flatMap(departure -> call.leg(departure.other()));
        if (left.isPresent()) {
            return named(call.plan(), left.get().who());
        }
        List<Named> others = others(call, leg);
        if (!others.isEmpty()) {
            return others.getFirst();
        }
        Path path = ownPath(call, leg);
        return path.lead().equals(leg.id())
                ? destination(call, path)
                : named(call.plan(), call.leg(path.lead()).orElseThrow().who());
    }

    static String via(Who who) {
        return switch (who) {
            case Who.Colleague(var _, String via, var _) -> via;
            case Who.Outsider _, Who.Guest _ -> "";
        };
    }

    private static Optional<Card> card(Who who) {
        return switch (who) {
            case Who.Colleague(var _, var _, Optional<Card> card) -> card;
            case Who.Outsider _, Who.Guest _ -> Optional.empty();
        };
    }

    /** Who is talked to or was; until then where it is being led. */
    private static Named destination(Call call, Path path) {
        return path.called().stream()
                .flatMap(leg -> call.leg(leg).stream())
                .filter(leg -> leg.talkingSince().isPresent())
                .findFirst()
                .map(leg -> named(call.plan(), leg.who()))
                .orElseGet(() -> target(call.plan(), path));
    }

    /** Where a way leads, as shown. */
    static Named target(CompanyPlan plan, Path path) {
        Named asDialled = new Named("", path.dialled());
        return switch (path.target()) {
            case Destination.ToOutside(String number, boolean _) -> new Named("", number);
            case Destination.ToNowhere _ -> asDialled;
            case Destination.ToPerson _,
                    Destination.ToGroup _,
                    Destination.ToQueue _,
                    Destination.ToMenu _,
                    Destination.ToRoom _,
                    Destination.ToRoute _,
                    Destination.ToAnnouncement _,
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
                    Destination.ToHangUp _ ->
                    plan.at(path.target())
                            .map(place -> new Named(place.name(), place.extension()))
                            .orElse(asDialled);
        };
    }

    static Named named(CompanyPlan plan, Who who) {
        return switch (who) {
            case Who.Colleague(var id, var _, var _) -> named(plan, id);
            case Who.Outsider outsider -> new Named(outsider.name(), outsider.number().orElse(""));
            case Who.Guest(String name) -> new Named(name, "");
        };
    }

    static Named named(CompanyPlan plan, PersonId person) {
        return plan.person(person)
                .map(one -> new Named(one.name(), one.extension()))
                .orElse(new Named("", ""));
    }
}
