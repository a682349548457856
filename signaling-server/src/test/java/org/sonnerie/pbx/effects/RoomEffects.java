package org.sonnerie.pbx.effects;

import static org.sonnerie.pbx.effects.Effect.field;

import java.util.List;
import org.sonnerie.pbx.runtime.PinSight;

/** What the fields of a conference room do. */
final class RoomEffects {
    private static final String MODERATED = "rooms.staff.moderatorPin=135790";

    private RoomEffects() {}

    static List<Effect> all() {
        return List.of(
                field("room.name", "rooms.staff.name=Board room")
                        .call("alice dials Board room")
                        .goes("alice hears unobtainable", "alice hears conference-pin"),
                field("room.extension", "rooms.staff.extension=401")
                        .call("alice dials 400")
                        .goes("alice hears conference-pin", "alice hears unobtainable"),
                field("room.pin", "rooms.staff.pin=112358")
                        .sight(plan -> PinSight.role(plan, "246810"))
                        .goes("Optional[PARTICIPANT]", "Optional.empty"),
                field("room.moderatorPin", MODERATED)
                        .sight(plan -> PinSight.role(plan, "135790"))
                        .goes("Optional.empty", "Optional[MODERATOR]"),
                field("room.owner", "rooms.staff.owner=alice")
                        .call("alice dials 400")
                        .goes("alice hears conference-pin", "alice hears conference-welcome"),
                field("room.waitForModerator", "rooms.staff.waitForModerator:=true")
                        .given(MODERATED)
                        .sight(RoomSight::whenBobComes)
                        .goes("[bob-1 IN]", "[bob-1 WAITS_FOR_MODERATOR]"),
                field("room.endsWithModerator", "rooms.staff.endsWithModerator:=true")
                        .given(MODERATED)
                        .sight(RoomSight::whenTheModeratorLeaves)
                        .goes("[]", "[bob-1 CONFERENCE_OVER]"),
                field("room.listenOnly", "rooms.staff.listenOnly:=true")
                        .given(MODERATED)
                        .sight(RoomSight::whenBobComes)
                        .goes("[bob-1 IN]", "[bob-1 IN, bob-1 LISTEN_ONLY]"),
                field("room.announce", "rooms.staff.announce=none")
                        .call("alice dials 400", "alice unlocks", "alice listens", "alice is in")
                        .goes("alice hears room staff; room hears enter", "alice hears room staff"),
                field("room.announce", "rooms.staff.announce=names")
                        .call("alice dials 400", "alice unlocks", "alice listens")
                        .goes("alice up", "alice hears conference-say-name beep"),
                field("room.record", "recording.rooms.staff=on-demand")
                        .given(MODERATED)
                        .sight(RoomSight::whenTheModeratorRecords)
                        .goes("NOT_ALLOWED, not recorded", "DONE, recorded"));
    }
}
