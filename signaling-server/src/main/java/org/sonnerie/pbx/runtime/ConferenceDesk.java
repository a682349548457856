package org.sonnerie.pbx.runtime;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.room.Conference;
import org.sonnerie.pbx.room.Member;
import org.sonnerie.pbx.room.RoomStep;
import org.sonnerie.pbx.room.RoomView;
import org.sonnerie.pbx.room.RoomWish;
import org.sonnerie.pbx.runtime.DeskRefusal.Code;

/** The phones' requests about conference rooms. Thread safe. */
final class ConferenceDesk implements RoomDesk {
    private final RoomKeeper keeper;
    private final LiveCalls calls;
    private final Plans plans;

    ConferenceDesk(RoomKeeper keeper, LiveCalls calls, Plans plans) {
        this.keeper = keeper;
        this.calls = calls;
        this.plans = plans;
    }

    @Override
    public List<RoomView> rooms(PersonId person) {
        return plans.companyOf(person).map(plans::current).stream()
                .flatMap(plan ->
                        plan.rooms().stream()
                                .map(room ->
                                        RoomView.of(
                                                room,
                                                keeper.room(plan.company(), room.id()),
                                                person)))
                .toList();
    }

    @Override
    public void wish(PersonId person, RoomId room, RoomWish wish) {
        var plan = planOf(person);
        boolean starts = wish instanceof RoomWish.Recorded(boolean on) && on;
        if (starts && !calls.world().stores().recordings().hasRoom(plan.company())) {
            throw new DeskRefusal(Code.STORAGE_FULL);
        }
        refuse(keeper.wanted(legOf(plan, person, room), wish));
    }

    private static void refuse(RoomStep.Outcome outcome) {
        switch (outcome) {
            case DONE -> {}
            case NOT_ALLOWED -> throw new DeskRefusal(Code.NOT_ALLOWED);
            case NOT_MODERATOR -> throw new DeskRefusal(Code.NOT_MODERATOR);
            case NOBODY -> throw new DeskRefusal(Code.NOT_IN_ROOM);
        }
    }

    @Override
    public void invite(PersonId person, RoomId room, String to) {
        var plan = planOf(person);
        if (!isInAsModerator(plan, person, room)) {
            throw new DeskRefusal(Code.NOT_MODERATOR);
        }
        begin(plan, person, room, to.strip());
    }

    private boolean isInAsModerator(CompanyPlan plan, PersonId person, RoomId room) {
        return me(plan, person, room)
                .filter(one -> one.in() && one.comer().moderator())
                .isPresent();
    }

    @Override
    public boolean moderates(PersonId person, RoomId room) {
        var plan = planOf(person);
        return plan.room(room).filter(one -> one.isOwnedBy(person)).isPresent()
                || isInAsModerator(plan, person, room);
    }

    private void begin(CompanyPlan plan, PersonId by, RoomId room, String to) {
        var destination = callable(plan, to);
        var live = calls.admit(calls.nextId(), plan, Optional.empty());
        try {
            calls.begin(live);
            var now = live.loop().now();
            var leg = Call.callerOf(live.id());
            Awaited.result(
                    live.loop().ask(new CallEvent.Invited(now, leg, room, by, to, destination)));
        } catch (RuntimeException failure) {
            calls.abandon(live);
            throw failure;
        }
    }

    private static Destination callable(CompanyPlan plan, String to) {
        if (to.isEmpty() || to.length() > HandOn.LONGEST_TARGET) {
            throw new DeskRefusal(Code.UNKNOWN_NUMBER);
        }
        var destination = Dialling.read(plan, to);
        if (destination instanceof Destination.ToNowhere(var why)) {
            throw new DeskRefusal(
                    why == Destination.Refusal.NOT_OPEN ? Code.NOT_ALLOWED : Code.UNKNOWN_NUMBER);
        }
        boolean outside =
                destination instanceof Destination.ToOutside(String _, boolean emergency)
                        && !emergency
                        && !plan.outside().trunks().isEmpty();
        if (!outside && !(destination instanceof Destination.ToPerson)) {
            throw new DeskRefusal(Code.NOT_ALLOWED);
        }
        return destination;
    }

    private LegId legOf(CompanyPlan plan, PersonId person, RoomId room) {
        return me(plan, person, room)
                .map(one -> one.comer().leg())
                .orElseThrow(() -> new DeskRefusal(Code.NOT_IN_ROOM));
    }

    private Optional<Member> me(CompanyPlan plan, PersonId person, RoomId room) {
        return keeper.room(plan.company(), room).map(Conference::members).stream()
                .flatMap(List::stream)
                .filter(one -> one.comer().person().equals(Optional.of(person)))
                .reduce((_, last) -> last);
    }

    private CompanyPlan planOf(PersonId person) {
        return plans.companyOf(person)
                .map(plans::current)
                .orElseThrow(() -> new DeskRefusal(Code.NOT_IN_ROOM));
    }
}
