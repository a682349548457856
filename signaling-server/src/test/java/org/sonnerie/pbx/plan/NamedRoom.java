package org.sonnerie.pbx.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A room where who comes and leaves is said by name. */
public final class NamedRoom {
    public static final RoomId ID = new RoomId("by-name");
    public static final String NUMBER = "411";

    private NamedRoom() {}

    public static CompanyPlan in(CompanyPlan plan) {
        RoomRules rules =
                new RoomRules(false, false, RoomRules.Announce.NAMES, false, Optional.empty());
        List<Room> rooms = new ArrayList<>(plan.rooms());
        rooms.add(new Room(ID, "By name", NUMBER, "11224", Optional.of("11225"), rules));
        return new CompanyPlan(
                plan.company(),
                plan.version(),
                plan.facts(),
                plan.people(),
                plan.groups(),
                plan.flow(),
                rooms,
                plan.outside());
    }
}
