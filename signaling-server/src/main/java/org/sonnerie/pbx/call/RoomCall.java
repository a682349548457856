package org.sonnerie.pbx.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Room;
import org.sonnerie.pbx.plan.Trunk;

/** Calls that a room begins, or somebody's browser without an account: no PIN is asked. */
final class RoomCall {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private RoomCall() {}

    static void invited(Turn turn, CallEvent.Invited event) {
        Destination here = new Destination.ToRoom(event.room());
        turn.target(here);
        Optional<Room> room = turn.plan().room(event.room());
        switch (event.destination()) {
            case Destination.ToPerson(PersonId id) -> person(turn, event, id);
            case Destination.ToOutside outside -> outside(turn, event, outside);
            case Destination.ToGroup _,
                    Destination.ToQueue _,
                    Destination.ToMenu _,
                    Destination.ToRoom _,
                    Destination.ToRoute _,
                    Destination.ToAnnouncement _,
                    Destination.ToHangUp _,
                    Destination.ToEcho _,
                    Destination.ToMusic _,
                    Destination.ToNowhere _,
                    Destination.ToMailbox _,
                    Destination.ToOwnMailbox _,
                    Destination.ToMailboxOf _,
                    Destination.ToVoicemailAccess _,
                    Destination.ToDirectory _,
                    Destination.ToPark _,
                    Destination.ToSlot _,
                    Destination.ToPickup _ ->
                    throw new IllegalArgumentException("only people and numbers are called in");
        }
        turn.because(new RoomReason.CalledIn(event.room(), event.by(), event.dialled()));
        if (room.isEmpty()) {
            turn.because(new Reason.NotInPlan(here));
            turn.endAll(EndReason.UNKNOWN_NUMBER);
        }
    }

    private static void person(Turn turn, CallEvent.Invited event, PersonId id) {
        int seconds = turn.plan().person(id).map(Person::ringSeconds).orElse(0);
        turn.addFirstCalled(event.leg(), new Who.Colleague(id, via(turn, event), Optional.empty()));
        turn.effect(new CallEffect.RingPerson(event.leg(), id));
        turn.stage(new Stage.Inviting(event.room(), turn.at().plusSeconds(seconds)));
    }

    private static String via(Turn turn, CallEvent.Invited event) {
        return turn.plan().person(event.by()).map(Person::name).orElse("");
    }

    private static void outside(Turn turn, CallEvent.Invited event, Destination.ToOutside outside) {
        List<Trunk> trunks = turn.plan().outside().trunks();
        if (trunks.isEmpty()) {
            throw new IllegalArgumentException("there is no trunk to call in over");
        }
        Trunk trunk = trunks.getFirst();
        turn.addFirstCalled(
                event.leg(), new Who.Outsider(trunk.id(), Optional.of(outside.number()), ""));
        turn.effect(
                new CallEffect.CallOutside(
                        event.leg(),
                        trunk.id(),
                        outside.number(),
                        trunk.callerNumber(),
                        turn.plan().facts().name()));
        turn.stage(new Stage.Inviting(event.room(), turn.at().plus(PATIENCE)));
    }

    static boolean rings(Turn turn, Leg leg) {
        boolean called = turn.stage() instanceof Stage.Inviting;
        if (called && Waking.tried(leg)) {
            turn.put(leg.in(Leg.State.RINGING));
        }
        return called;
    }

    static boolean answered(Turn turn, Leg leg) {
        if (!(turn.stage() instanceof Stage.Inviting inviting)) {
            return false;
        }
        turn.put(leg.talkingSince(turn.at()));
        turn.because(new RoomReason.Accepted(inviting.room()));
        RoomDoor.welcome(turn, inviting.room(), 0, SecretRole.PARTICIPANT);
        return true;
    }

    static void guest(Turn turn, CallEvent.GuestCame event) {
        turn.addCaller(event.leg(), new Who.Guest(event.name()), Leg.State.UP);
        Destination here = new Destination.ToRoom(event.room());
        turn.target(here);
        if (turn.plan().room(event.room()).isEmpty()) {
            turn.because(new Reason.NotInPlan(here));
            turn.endAll(EndReason.UNKNOWN_NUMBER);
            return;
        }
        turn.because(new RoomReason.ComesAsGuest(event.room(), event.name()));
        turn.answerCaller();
        RoomDoor.welcome(turn, event.room(), 0, SecretRole.PARTICIPANT);
    }
}
