package org.sonnerie.pbx.call;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.PersonId;

/** A call as each person's page shows it. */
final class Sight {
    private Sight() {}

    static List<CallView> views(Call call) {
        return call.legs().stream()
                .flatMap(leg -> leg.person().map(person -> view(call, leg, person)).stream())
                .toList();
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
                state == CallView.State.ENDED ? reason(call, leg) : Optional.empty());
    }

    private static Optional<EndReason> reason(Call call, Leg leg) {
        if (call.stage() instanceof Stage.Closing closing && !leg.over()) {
            return Optional.of(closing.reason());
        }
        return leg.ended();
    }

    private static CallView.State state(Call call, Leg leg) {
        if (leg.over() || failed(call)) {
            return CallView.State.ENDED;
        }
        if (leg.lost() || partner(call, leg).map(Leg::lost).orElse(false)) {
            return CallView.State.RECONNECTING;
        }
        if (leg.holding()) {
            return CallView.State.ON_HOLD;
        }
        if (call.stage() instanceof Stage.Calling calling) {
            return leg.called() || rings(call, calling)
                    ? CallView.State.RINGING
                    : CallView.State.CALLING;
        }
        return CallView.State.IN_CALL;
    }

    /** The call never came to be: the page says so while the caller still hears why. */
    private static boolean failed(Call call) {
        return call.stage() instanceof Stage.Closing closing && closing.shownOver();
    }

    private static boolean rings(Call call, Stage.Calling calling) {
        return calling.ringBackAtOnce()
                || call.firstCalled(Leg.State.RINGING).isPresent()
                || call.firstCalled(Leg.State.EARLY).isPresent();
    }

    /** The leg this one talks to. */
    static Optional<Leg> partner(Call call, Leg leg) {
        if (call.stage() instanceof Stage.Talking(var with)) {
            return leg.called() ? Optional.of(call.caller()) : call.leg(with);
        }
        return Optional.empty();
    }

    private static CallView.Party party(Call call, Leg leg) {
        boolean held = partner(call, leg).map(Leg::holding).orElse(false);
        Named other = leg.called() ? named(call.plan(), call.caller().who()) : destination(call);
        return new CallView.Party(other.name(), other.number(), via(leg.who()), held);
    }

    private static String via(Who who) {
        return switch (who) {
            case Who.Colleague(var _, String via) -> via;
            case Who.Outsider _ -> "";
        };
    }

    /** Who the caller talks to or has talked to; until then where he is being led. */
    private static Named destination(Call call) {
        return call.legs().stream()
                .filter(leg -> leg.called() && leg.talkingSince().isPresent())
                .findFirst()
                .map(leg -> named(call.plan(), leg.who()))
                .orElseGet(() -> target(call));
    }

    private static Named target(Call call) {
        CompanyPlan plan = call.plan();
        Named asDialled = new Named("", call.dialled());
        return switch (call.target()) {
            case Destination.ToPerson(var id) ->
                    plan.person(id)
                            .map(person -> new Named(person.name(), person.extension()))
                            .orElse(asDialled);
            case Destination.ToGroup(var id) ->
                    plan.group(id)
                            .map(group -> new Named(group.name(), group.extension()))
                            .orElse(asDialled);
            case Destination.ToMenu(var id) ->
                    plan.menu(id)
                            .map(menu -> new Named(menu.name(), menu.extension()))
                            .orElse(asDialled);
            case Destination.ToRoom(var id) ->
                    plan.room(id)
                            .map(room -> new Named(room.name(), room.extension()))
                            .orElse(asDialled);
            case Destination.ToRoute(var id) ->
                    plan.route(id)
                            .map(route -> new Named(route.name(), route.extension()))
                            .orElse(asDialled);
            case Destination.ToAnnouncement(var id) ->
                    plan.announcement(id)
                            .map(one -> new Named(one.name(), one.extension()))
                            .orElse(asDialled);
            case Destination.ToOutside(String number, boolean _) -> new Named("", number);
            case Destination.ToEcho _,
                    Destination.ToMusic _,
                    Destination.ToHangUp _,
                    Destination.ToNowhere _ ->
                    asDialled;
        };
    }

    private static Named named(CompanyPlan plan, Who who) {
        return switch (who) {
            case Who.Colleague(var id, String _) ->
                    plan.person(id)
                            .map(person -> new Named(person.name(), person.extension()))
                            .orElse(new Named("", ""));
            case Who.Outsider outsider -> new Named(outsider.name(), outsider.number().orElse(""));
        };
    }

    /**
     * Name and number, as shown.
     *
     * @param name may be empty
     * @param number may be empty
     */
    private record Named(String name, String number) {}
}
