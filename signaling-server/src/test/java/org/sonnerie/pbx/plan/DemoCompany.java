package org.sonnerie.pbx.plan;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The demo company of the tests. */
public final class DemoCompany {
    public static final PersonId ALICE = new PersonId("alice");
    public static final PersonId BOB = new PersonId("bob");
    public static final PersonId CAROL = new PersonId("carol");
    public static final GroupId SALES = new GroupId("sales");
    public static final MenuId MENU = new MenuId("menu");
    public static final RoomId ROOM = new RoomId("room");
    public static final TrunkId TRUNK = new TrunkId("loopback");

    private DemoCompany() {}

    public static CompanyPlan plan() {
        return plan("FR", List.of("33"));
    }

    public static CompanyPlan plan(String country, List<String> openCallingCodes) {
        return new CompanyPlan(
                new CompanyId("martin"),
                PlanVersion.of(1),
                new CompanyFacts("Boulangerie Martin", country, "en", ZoneId.of("Europe/Paris")),
                List.of(
                        new Person(ALICE, "Alice Durand", "101"),
                        new Person(BOB, "Bob Moreau", "102"),
                        new Person(CAROL, "Carol Petit", "103")),
                List.of(new RingGroup(SALES, "Sales", "200", List.of(ALICE, BOB), 20)),
                Flow.ofMenus(menu()),
                List.of(new Room(ROOM, "Meeting room", "400", "246810", Optional.of("135790"))),
                new Outside(
                        List.of(
                                new PublicNumber("+15550100100", new Destination.ToMenu(MENU)),
                                new PublicNumber("+15550100101", new Destination.ToPerson(ALICE)),
                                new PublicNumber("+15550100200", new Destination.ToGroup(SALES)),
                                new PublicNumber("+15550100400", new Destination.ToRoom(ROOM))),
                        List.of(trunk()),
                        DialRules.usual(openCallingCodes)));
    }

    private static Menu menu() {
        return new Menu(
                MENU,
                "Main menu",
                "100",
                "menu-welcome",
                Map.of(
                        '0', new Destination.ToPerson(ALICE),
                        '1', new Destination.ToGroup(SALES),
                        '4', new Destination.ToRoom(ROOM)),
                true,
                Patience.usual(),
                Map.of());
    }

    private static Trunk trunk() {
        return new Trunk(
                TRUNK,
                "Loopback carrier",
                new Carrier(
                        "127.0.0.1",
                        5070,
                        Carrier.Transport.UDP,
                        List.of("127.0.0.1"),
                        List.of(Carrier.Codec.PCMA, Carrier.Codec.PCMU),
                        List.of("127.0.0.0/8")),
                Optional.of("+15550100100"),
                Optional.empty());
    }
}
