package org.sonnerie.pbx.effects;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Room;
import org.sonnerie.pbx.room.Comer;
import org.sonnerie.pbx.room.Conference;
import org.sonnerie.pbx.room.RoomEvent;
import org.sonnerie.pbx.room.RoomStep;
import org.sonnerie.pbx.room.RoomWish;

/** What happens in a plan's first room, where Alice is moderator. */
final class RoomSight {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Comer ALICE = comer("alice", true);
    private static final Comer BOB = comer("bob", false);

    private Conference conference;

    private RoomSight(CompanyPlan plan) {
        Room room = plan.rooms().getFirst();
        boolean recordable = plan.facts().recording().recordable(room.id());
        conference = Conference.empty(room.rules(), recordable);
    }

    private static Comer comer(String name, boolean moderator) {
        return new Comer(
                new LegId(name + "-1"),
                Optional.of(new PersonId(name)),
                new Named(name, ""),
                moderator);
    }

    static List<String> whenBobComes(CompanyPlan plan) {
        return told(new RoomSight(plan).happens(new RoomEvent.Came(BOB)));
    }

    static List<String> whenTheModeratorLeaves(CompanyPlan plan) {
        RoomSight sight = new RoomSight(plan);
        sight.happens(new RoomEvent.Came(ALICE));
        sight.happens(new RoomEvent.Came(BOB));
        return told(sight.happens(new RoomEvent.Left(ALICE.leg())));
    }

    static String whenTheModeratorRecords(CompanyPlan plan) {
        RoomSight sight = new RoomSight(plan);
        sight.happens(new RoomEvent.Came(ALICE));
        RoomStep step =
                sight.happens(new RoomEvent.Wanted(ALICE.leg(), new RoomWish.Recorded(true)));
        return step.outcome() + (step.room().recorded() ? ", recorded" : ", not recorded");
    }

    private RoomStep happens(RoomEvent event) {
        RoomStep step = conference.on(event, AT);
        conference = step.room();
        return step;
    }

    private static List<String> told(RoomStep step) {
        return step.told().stream().map(RoomSight::told).toList();
    }

    private static String told(CallEvent.OfRoom event) {
        return switch (event) {
            case CallEvent.Seated seated -> seated.leg() + " " + seated.standing();
            case CallEvent.Silenced silenced -> silenced.leg() + " " + silenced.silence();
            case CallEvent.TurnedOut out -> out.leg() + " " + out.why();
            case org.sonnerie.pbx.call.RoomRecorded one -> one.leg() + " " + one.recorded();
        };
    }
}
