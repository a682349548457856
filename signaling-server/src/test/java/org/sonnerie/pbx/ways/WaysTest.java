package org.sonnerie.pbx.ways;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.history.Told;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Flow;
import org.sonnerie.pbx.plan.Menu;
import org.sonnerie.pbx.plan.MenuId;
import org.sonnerie.pbx.plan.Patience;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.Shop;
import org.sonnerie.pbx.plan.Teams;

/** "Which paths can reach me?", answered from the plan alone. */
class WaysTest {
    private static List<String> told(CompanyPlan plan, PersonId person) {
        WayWords words = new WayWords(plan);
        return Ways.to(plan, person).stream()
                .map(way -> Told.said(words.of(way), Locale.ENGLISH))
                .toList();
    }

    private static List<String> notes(CompanyPlan plan, PersonId person) {
        return new WayWords(plan)
                .notes(plan.person(person).orElseThrow()).stream()
                        .map(note -> Told.said(note, Locale.ENGLISH))
                        .toList();
    }

    @Test
    void numbersMenusKeysAndGroupsLeadToAlice() {
        assertThat(told(DemoCompany.plan(), DemoCompany.ALICE))
                .containsExactly(
                        "101, dialled by a colleague: this phone rings.",
                        "+15550100100: Menu Main menu, extension 100 → key 0 → this phone rings.",
                        "+15550100100: Menu Main menu, extension 100 → key 1 → Ring group Sales,"
                                + " extension 200 → this phone rings.",
                        "+15550100100: Menu Main menu, extension 100 → 101 is typed → this phone"
                                + " rings.",
                        "+15550100101: this phone rings.",
                        "+15550100200: Ring group Sales, extension 200 → this phone rings.");
    }

    @Test
    void openingHoursAndAnnouncementsLeadToBob() {
        assertThat(told(Shop.plan(), DemoCompany.BOB))
                .contains(
                        "500, dialled by a colleague: Opening hours Front door, extension 500 → on"
                                + " holidays → Announcement Holiday, extension 502 → this phone"
                                + " rings.")
                .noneMatch(way -> way.contains("while open"));
    }

    @Test
    void aForwardOfAnotherLeadsToCarol() {
        CompanyPlan plan =
                Teams.reached(
                        DemoCompany.plan(),
                        DemoCompany.ALICE,
                        Teams.forward(
                                Reach.When.NO_ANSWER, new Destination.ToPerson(DemoCompany.CAROL)));

        assertThat(told(plan, DemoCompany.CAROL))
                .contains(
                        "+15550100101: Alice Durand, extension 101 → Alice Durand does not answer →"
                                + " this phone rings.");
    }

    @Test
    void circlesAreLeft() {
        CompanyPlan forth =
                Teams.reached(
                        DemoCompany.plan(),
                        DemoCompany.ALICE,
                        Teams.forward(Reach.When.BUSY, new Destination.ToPerson(DemoCompany.BOB)));
        CompanyPlan andBack =
                Teams.reached(
                        forth,
                        DemoCompany.BOB,
                        Teams.forward(
                                Reach.When.BUSY, new Destination.ToPerson(DemoCompany.ALICE)));

        assertThat(told(andBack, DemoCompany.CAROL))
                .containsExactly(
                        "103, dialled by a colleague: this phone rings.",
                        "+15550100100: Menu Main menu, extension 100 → 103 is typed → this phone"
                                + " rings.");
    }

    @Test
    void menusThatAllLeadToEachOtherEnd() {
        List<Menu> menus = IntStream.range(0, 12).mapToObj(WaysTest::menu).toList();
        CompanyPlan plan = DemoCompany.plan().with(Flow.ofMenus(menus.toArray(new Menu[0])));

        assertThat(Ways.to(plan, DemoCompany.CAROL)).hasSize(Ways.MOST);
    }

    private static Menu menu(int number) {
        Map<Character, Destination> keys = new TreeMap<>();
        for (int i = 0; i < 10; i++) {
            keys.put((char) ('0' + i), new Destination.ToMenu(new MenuId("m" + (i + 1))));
        }
        return new Menu(
                number == 0 ? DemoCompany.MENU : new MenuId("m" + number),
                "Menu " + number,
                "6" + number,
                "menu-welcome",
                keys,
                true,
                Patience.usual(),
                Map.of());
    }

    @Test
    void whatThePersonHasSetIsNoted() {
        Reach away = Teams.followed(Teams.undisturbed(Reach.PHONE_ONLY), 10);
        assertThat(notes(Teams.reached(DemoCompany.plan(), DemoCompany.BOB, away), DemoCompany.BOB))
                .containsExactly(
                        "Do not disturb is set, so this phone does not ring.",
                        "The phone outside (06 98 76 54 32) rings too, after 10 s.");
        Reach elsewhere =
                Teams.forward(Reach.When.ALWAYS, new Destination.ToPerson(DemoCompany.ALICE));
        CompanyPlan plan = Teams.reached(DemoCompany.plan(), DemoCompany.BOB, elsewhere);
        assertThat(notes(plan, DemoCompany.BOB))
                .containsExactly(
                        "All calls are forwarded, so this phone does not ring itself. Alice Durand,"
                                + " extension 101");
    }
}
