package org.sonnerie.pbx.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CompanyPlanTest {
    private final CompanyPlan demo = DemoCompany.plan();

    @Test
    void theDemoCompanyFitsTogether() {
        assertThat(demo.problems()).isEmpty();
        assertThat(demo.consistent()).isSameAs(demo);
    }

    @Test
    void everythingIsFoundByItsId() {
        assertThat(demo.person(DemoCompany.ALICE)).map(Person::extension).contains("101");
        assertThat(demo.group(DemoCompany.SALES)).map(RingGroup::name).contains("Sales");
        assertThat(demo.menu(DemoCompany.MENU)).map(Menu::extension).contains("100");
        assertThat(demo.room(DemoCompany.ROOM)).map(Room::extension).contains("400");
        assertThat(demo.trunk(DemoCompany.TRUNK)).map(Trunk::name).contains("Loopback carrier");
        assertThat(demo.person(new PersonId("nobody"))).isEmpty();
    }

    @Test
    void everyPlaceThatIsWrongIsNamed() {
        CompanyPlan wrong =
                new CompanyPlan(
                        demo.company(),
                        PlanVersion.of(2),
                        demo.facts(),
                        List.of(
                                new Person(DemoCompany.ALICE, "Alice", "112"),
                                new Person(DemoCompany.BOB, "Bob", "200"),
                                new Person(DemoCompany.CAROL, "", "1")),
                        List.of(
                                new RingGroup(
                                        DemoCompany.SALES,
                                        "Sales",
                                        "200",
                                        List.of(new PersonId("dave")),
                                        0)),
                        Flow.ofMenus(
                                new Menu(
                                        DemoCompany.MENU,
                                        "Main",
                                        "100",
                                        "",
                                        Map.of('4', new Destination.ToRoom(DemoCompany.ROOM)),
                                        true,
                                        Patience.usual(),
                                        Map.of())),
                        List.of(),
                        new Outside(
                                List.of(new PublicNumber("0145", new Destination.ToEcho())),
                                List.of(),
                                DialRules.usual(List.of("+33"))));
        assertThat(wrong.problems())
                .extracting(PlanProblem::toString)
                .containsExactlyInAnyOrder(
                        "person \"Alice\": its extension 112 is an emergency number",
                        "person \"\": it has no name",
                        "person \"\": its extension is not 2 to 6 digits",
                        "group \"Sales\": extension 200 is already that of person \"Bob\"",
                        "group \"Sales\": it rings for 0 s, not 1 to 300",
                        "group \"Sales\": there is no person dave",
                        "menu \"Main\": it has no greeting",
                        "menu \"Main\", key 4: there is no room room",
                        "number 0145: it is not \"+\" and 7 to 15 digits",
                        "open calling code +33: it is not 1 to 7 digits");
        assertThatThrownBy(wrong::consistent)
                .isInstanceOf(InconsistentPlanException.class)
                .hasMessageContaining("menu \"Main\", key 4: there is no room room");
    }

    @Test
    void whatIsWrongWithHoursRoutesAndAnnouncementsIsNamed() {
        Hours hours =
                new Hours(
                        Shop.HOURS,
                        "Shop",
                        Optional.empty(),
                        Map.of(
                                DayOfWeek.MONDAY,
                                List.of(Span.read("11:00-14:00"), Span.read("09:00-12:00"))),
                        List.of(
                                new Holiday(
                                        LocalDate.parse("2026-12-26"),
                                        LocalDate.parse("2026-12-25"),
                                        "Christmas")));
        Route route =
                new Route(
                        Shop.ROUTE,
                        "Door",
                        "500",
                        new HoursId("none"),
                        new Destination.ToPerson(new PersonId("dave")),
                        new Destination.ToHangUp(),
                        Optional.of(new Destination.ToAnnouncement(Shop.CLOSED)));
        CompanyPlan wrong =
                demo.with(
                        new Flow(
                                demo.menus(),
                                List.of(hours),
                                List.of(route),
                                List.of(),
                                List.of()));
        assertThat(wrong.problems())
                .extracting(PlanProblem::toString)
                .containsExactlyInAnyOrder(
                        "hours \"Shop\", monday: 09:00-12:00 and 11:00-14:00 overlap",
                        "hours \"Shop\", holiday \"Christmas\": it ends before it begins",
                        "route \"Door\": there are no hours none",
                        "route \"Door\", open: there is no person dave",
                        "route \"Door\", holiday: there is no announcement closed");
    }

    @Test
    void aWayThatLeadsBackToItselfIsNamed() {
        CompanyPlan round = demo.with(Shop.flow(new Destination.ToRoute(Shop.ROUTE)));

        assertThat(round.problems())
                .extracting(PlanProblem::toString)
                .containsExactlyInAnyOrder(
                        "route \"Front door\": it leads back to itself: route \"Front door\" →"
                                + " announcement \"Closed\" → route \"Front door\"",
                        "announcement \"Closed\": it leads back to itself: announcement \"Closed\""
                                + " → route \"Front door\" → announcement \"Closed\"");
        assertThat(Shop.plan().problems()).isEmpty();
    }

    private CompanyPlan withMenu(Patience patience, Flow flow) {
        return Shop.patient(
                demo.with(
                        new Flow(
                                demo.menus(),
                                flow.hours(),
                                flow.routes(),
                                flow.announcements(),
                                List.of())),
                patience);
    }

    private static List<String> sentences(CompanyPlan plan) {
        return plan.problems().stream().map(PlanProblem::toString).toList();
    }

    @Test
    void aMenuThatLeadsBackToItselfThoughNobodyChoosesItIsNamed() {
        Destination closed = new Destination.ToAnnouncement(Shop.CLOSED);
        Destination menu = new Destination.ToMenu(DemoCompany.MENU);
        Patience silence = new Patience(8, 3, Optional.of(closed), Optional.empty());
        Patience wrongKeys = new Patience(8, 3, Optional.empty(), Optional.of(menu));

        assertThat(sentences(withMenu(silence, Shop.flow(menu))))
                .contains(
                        "menu \"Main menu\": it leads back to itself: menu \"Main menu\" → announcement"
                                + " \"Closed\" → menu \"Main menu\"");
        assertThat(sentences(withMenu(silence, Shop.flow(new Destination.ToHangUp())))).isEmpty();
        assertThat(sentences(withMenu(wrongKeys, Flow.ofMenus())))
                .containsExactly(
                        "menu \"Main menu\": it leads back to itself: menu \"Main menu\" → menu \"Main menu\"");
    }

    @Test
    void aKeyMayLeadBackToItsMenu() {
        Destination menu = new Destination.ToMenu(DemoCompany.MENU);
        assertThat(sentences(withMenu(Patience.usual(), Shop.flow(menu)))).isEmpty();
        Menu known = demo.menus().getFirst();
        Menu again =
                new Menu(
                        known.id(),
                        known.name(),
                        known.extension(),
                        known.greeting(),
                        Map.of('9', menu),
                        true,
                        Patience.usual(),
                        Map.of());
        assertThat(sentences(demo.with(Flow.ofMenus(again)))).isEmpty();
    }

    @Test
    void whereAMenuLeadsInVainMustExist() {
        Patience patience =
                new Patience(
                        61,
                        0,
                        Optional.of(new Destination.ToPerson(new PersonId("dave"))),
                        Optional.of(new Destination.ToAnnouncement(Shop.CLOSED)));

        assertThat(sentences(withMenu(patience, Flow.ofMenus())))
                .containsExactly(
                        "menu \"Main menu\": it waits 61 s, not 1 to 60",
                        "menu \"Main menu\": it greets 0 times, not 1 to 10",
                        "menu \"Main menu\", afterTimeout: there is no person dave",
                        "menu \"Main menu\", afterInvalid: there is no announcement closed");
    }

    @Test
    void aPromptThatDoesNotExistIsNamedWithThoseThatMayBeMeant() {
        CompanyPlan shop = Shop.plan();
        Prompts mistyped =
                (_, _) ->
                        Set.of(
                                "menu-welcome2",
                                "nemu-welcome",
                                "menu-goodbye",
                                "closed",
                                "holidays");

        assertThat(shop.problems(mistyped))
                .extracting(PlanProblem::toString)
                .containsExactly(
                        "menu \"Main menu\": there is no prompt \"menu-welcome\"; is menu-welcome2"
                                + " or nemu-welcome meant?",
                        "announcement \"Holiday\": there is no prompt \"closed-holiday\"");
        assertThatThrownBy(() -> shop.consistent(mistyped))
                .isInstanceOf(InconsistentPlanException.class);
        Prompts all = (_, _) -> Set.of("menu-welcome", "closed", "closed-holiday");
        assertThat(shop.consistent(all)).isSameAs(shop);
    }

    private List<String> problemsOf(String host, Registration registration) {
        Trunk known = DemoCompany.plan().outside().trunks().getFirst();
        Carrier carrier =
                new Carrier(
                        host,
                        known.carrier().port(),
                        known.carrier().transport(),
                        known.carrier().allowedSources(),
                        known.carrier().codecs(),
                        known.carrier().mediaNetworks());
        Trunk trunk =
                new Trunk(
                        known.id(),
                        "Line",
                        carrier,
                        known.callerNumber(),
                        Optional.of(registration));
        Outside outside =
                new Outside(demo.outside().numbers(), List.of(trunk), demo.outside().rules());
        return new CompanyPlan(
                        demo.company(),
                        PlanVersion.of(2),
                        demo.facts(),
                        demo.people(),
                        demo.groups(),
                        demo.flow(),
                        demo.rooms(),
                        outside)
                .problems().stream().map(PlanProblem::toString).toList();
    }

    private static Registration registration(
            String user, String authUser, String registrar, String realm, int expirySeconds) {
        return new Registration(
                user,
                Optional.of(authUser),
                Optional.of(registrar),
                Optional.of(realm),
                expirySeconds);
    }

    @Test
    void everythingWrongWithARegistrationIsNamed() {
        assertThat(
                        problemsOf(
                                "sip.carrier.example",
                                registration("pbx", "b7", "carrier.example", "r", 600)))
                .isEmpty();
        assertThat(
                        problemsOf(
                                "2001:db8::1",
                                registration("+33145678901", "b", "192.0.2.1", "r", 60)))
                .isEmpty();
        assertThat(problemsOf("a b", registration("", " ", "http://x", "", 59)))
                .containsExactlyInAnyOrder(
                        "trunk \"Line\": its host is neither a name nor an address",
                        "trunk \"Line\", registration: it has no user",
                        "trunk \"Line\", registration: its authUser is empty or not one line",
                        "trunk \"Line\", registration: its realm is empty or not one line",
                        "trunk \"Line\", registration: its registrar is neither a name nor an address",
                        "trunk \"Line\", registration: it lasts 59 s, not 60 to 7200");
        assertThat(problemsOf("h", registration("a\r\nVia: x", "b", "c", "d", 7_201)))
                .containsExactlyInAnyOrder(
                        "trunk \"Line\", registration: its user is empty or not one line",
                        "trunk \"Line\", registration: it lasts 7201 s, not 60 to 7200");
    }

    @Test
    void aRoomThatDependsOnAModeratorMustBeAbleToHaveOne() {
        assertThat(sentences(withRoom(Optional.empty(), Optional.empty())))
                .containsExactly(
                        "room \"R\": it depends on a moderator, but has no moderator PIN and no"
                                + " owner");
        assertThat(sentences(withRoom(Optional.of("135790"), Optional.empty()))).isEmpty();
        assertThat(sentences(withRoom(Optional.empty(), Optional.of(DemoCompany.ALICE)))).isEmpty();
        assertThat(sentences(withRoom(Optional.empty(), Optional.of(new PersonId("dave")))))
                .containsExactly("room \"R\": there is no person dave");
    }

    private CompanyPlan withRoom(Optional<String> moderatorPin, Optional<PersonId> owner) {
        RoomRules rules = new RoomRules(true, false, RoomRules.Announce.TONE, false, owner);
        return new CompanyPlan(
                demo.company(),
                demo.version(),
                demo.facts(),
                demo.people(),
                demo.groups(),
                demo.flow(),
                List.of(new Room(DemoCompany.ROOM, "R", "400", "246810", moderatorPin, rules)),
                demo.outside());
    }

    @Test
    void aRoomNeverTellsItsPins() {
        Room room = new Room(DemoCompany.ROOM, "R", "400", "246810", Optional.of("135790"));
        assertThat(room.toString()).doesNotContain("246810").doesNotContain("135790");
    }
}
