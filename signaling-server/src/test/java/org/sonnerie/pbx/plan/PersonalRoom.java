package org.sonnerie.pbx.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The demo company, where Alice has a room of her own. */
public final class PersonalRoom {
    public static final RoomId ID = new RoomId("alice-room");

    private PersonalRoom() {}

    public static CompanyPlan ofAlice() {
        CompanyPlan demo = DemoCompany.plan();
        List<Room> rooms = new ArrayList<>(demo.rooms());
        RoomRules rules =
                new RoomRules(
                        true, true, RoomRules.Announce.NONE, false, Optional.of(DemoCompany.ALICE));
        rooms.add(new Room(ID, "Alice's room", "410", "11223", Optional.empty(), rules));
        return new CompanyPlan(
                        demo.company(),
                        demo.version(),
                        demo.facts(),
                        demo.people(),
                        demo.groups(),
                        demo.flow(),
                        rooms,
                        demo.outside())
                .consistent();
    }
}
