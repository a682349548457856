package org.sonnerie.pbx.publish;

import java.util.List;
import java.util.Locale;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Room;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.plan.RoomRules;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Conference rooms in the plan document. What is usual may be left out. */
final class RoomText {
    private RoomText() {}

    static Room read(JsonPlace at) {
        return new Room(
                at.read("id", RoomId::new),
                at.text("name"),
                at.text("extension"),
                at.text("pin"),
                at.optionalText("moderatorPin"),
                rules(at));
    }

    private static RoomRules rules(JsonPlace at) {
        RoomRules usual = RoomRules.USUAL;
        return new RoomRules(
                at.optionalTruth("waitForModerator").orElse(usual.waitForModerator()),
                at.optionalTruth("endsWithModerator").orElse(usual.endsWithModerator()),
                at.optionalText("announce")
                        .map(_ -> at.read("announce", RoomText::announce))
                        .orElse(usual.announce()),
                at.optionalTruth("listenOnly").orElse(usual.listenOnly()),
                at.optionalText("owner").map(_ -> at.read("owner", PersonId::new)));
    }

    private static RoomRules.Announce announce(String word) {
        return PlanReader.one(RoomRules.Announce.class, word);
    }

    static void write(ObjectNode root, List<Room> rooms) {
        ArrayNode all = root.putArray("rooms");
        rooms.forEach(room -> write(all.addObject(), room));
    }

    private static void write(ObjectNode node, Room room) {
        RoomRules rules = room.rules();
        node.put("id", room.id().text())
                .put("name", room.name())
                .put("extension", room.extension())
                .put("pin", room.pin())
                .put("moderatorPin", room.moderatorPin().orElse(null))
                .put("waitForModerator", rules.waitForModerator())
                .put("endsWithModerator", rules.endsWithModerator())
                .put("announce", rules.announce().name().toLowerCase(Locale.ROOT))
                .put("listenOnly", rules.listenOnly())
                .put("owner", rules.owner().map(PersonId::text).orElse(null));
    }
}
