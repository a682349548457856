package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.plan.DemoCompany.ALICE;
import static org.sonnerie.pbx.plan.DemoCompany.BOB;
import static org.sonnerie.pbx.plan.DemoCompany.CAROL;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Destination.ToOutside;
import org.sonnerie.pbx.plan.Destination.ToPerson;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.Reach.When;
import org.sonnerie.pbx.plan.RingGroup;
import org.sonnerie.pbx.plan.Ringing;
import org.sonnerie.pbx.plan.Teams;

final class ForwardingTest {
    private static final Destination MOBILE = new ToOutside("+33698765432", false);
    private static final Destination TO_CAROL = new ToPerson(CAROL);

    private Scenario scenario = new Scenario();

    private static CompanyPlan bobReached(Reach reach) {
        return Teams.reached(DemoCompany.plan(), BOB, reach);
    }

    private void bobForwards(When when, Destination to) {
        scenario = new Scenario(bobReached(Teams.forward(when, to)));
    }

    private void assertForwarded(PersonId who, When when, Destination to) {
        assertThat(scenario.reasons()).contains(new Reason.Forwards(who, when, to));
    }

    @Test
    void everyCallGoesElsewhereAndHisPhoneDoesNotRing() {
        bobForwards(When.ALWAYS, TO_CAROL);
        scenario.alice.dials("102");
        scenario.carol.isRung();
        scenario.carol.seesParty("Alice Durand", "101", "Bob Moreau");
        scenario.carol.rings();
        scenario.carol.answers();
        scenario.alice.hears(scenario.carol);
        scenario.alice.seesParty("Carol Petit", "103", "");
        assertThat(scenario.call().legs()).hasSize(2);
        assertForwarded(BOB, When.ALWAYS, TO_CAROL);
    }

    @Test
    void whileHeIsBusy() {
        bobForwards(When.BUSY, TO_CAROL);
        scenario.alice.dials("102");
        scenario.bob.ends(EndReason.BUSY);
        scenario.carol.isRung();
        assertForwarded(BOB, When.BUSY, TO_CAROL);
    }

    @Test
    void whatHeDeclinesGoesWhereItGoesWhileHeIsBusy() {
        bobForwards(When.BUSY, TO_CAROL);
        scenario.alice.dials("102");
        scenario.bob.rings();
        scenario.bob.declines();
        scenario.carol.isRung();
    }

    @Test
    void whenItRangInVainAndTheCallerHearsItRingOn() {
        bobForwards(When.NO_ANSWER, MOBILE);
        scenario.alice.dials("102");
        scenario.bob.rings();
        scenario.passes(20);
        scenario.bob.isOut(EndReason.NO_ANSWER);
        assertForwarded(BOB, When.NO_ANSWER, MOBILE);
        scenario.alice.hearsTone(ToneKind.RING_BACK);
        assertThat(scenario.effects())
                .anySatisfy(effect ->
                        assertThat(effect)
                                .isInstanceOfSatisfying(
                                        CallEffect.CallOutside.class,
                                        order ->
                                                assertThat(order.number())
                                                        .isEqualTo("+33698765432")));
        scenario.outsider.answers();
        scenario.alice.hears(scenario.outsider);
    }

    @Test
    void whileNoPhoneOfHisCanRing() {
        bobForwards(When.UNREACHABLE, TO_CAROL);
        scenario.alice.dials("102");
        scenario.bob.ends(EndReason.UNREACHABLE);
        scenario.carol.isRung();
        assertForwarded(BOB, When.UNREACHABLE, TO_CAROL);
    }

    @Test
    void onlyAtWhatThePlanSays() {
        bobForwards(When.BUSY, TO_CAROL);
        scenario.alice.dials("102");
        scenario.bob.ends(EndReason.UNREACHABLE);
        scenario.alice.seesEnded(EndReason.UNREACHABLE);
    }

    @Test
    void whoIsNotToBeDisturbedIsBusy() {
        scenario = new Scenario(bobReached(Teams.undisturbed(Reach.PHONE_ONLY)));
        scenario.alice.dials("102");
        scenario.alice.seesEnded(EndReason.BUSY);
        scenario.alice.hearsTone(ToneKind.BUSY);
        assertThat(scenario.call().legs()).hasSize(1);
        assertThat(scenario.reasons()).contains(new Reason.NotDisturbed(BOB));
    }

    @Test
    void whoIsNotToBeDisturbedForwardsAsWhoIsBusy() {
        scenario = new Scenario(bobReached(Teams.undisturbed(Teams.forward(When.BUSY, TO_CAROL))));
        scenario.alice.dials("102");
        scenario.carol.isRung();
        assertForwarded(BOB, When.BUSY, TO_CAROL);
    }

    @Test
    void aNumberThatMayNotBeCalledIsNotCalledByForwardingEither() {
        bobForwards(When.ALWAYS, new ToOutside("+442079460000", false));
        scenario.alice.dials("102");
        scenario.alice.seesEnded(EndReason.NOT_ALLOWED);
        assertThat(scenario.call().legs()).hasSize(1);
    }

    @Test
    void noForwardLeadsToAPremiumNumberThatIsNotOpenedByName() {
        bobForwards(When.ALWAYS, new ToOutside("+33899123456", false));
        scenario.alice.dials("102");
        scenario.alice.seesEnded(EndReason.NOT_ALLOWED);
        assertThat(scenario.call().legs()).hasSize(1);
    }

    @Test
    void aForwardToANumberOfTheCompanyStaysInside() {
        bobForwards(When.ALWAYS, new ToOutside("+15550100101", false));
        scenario.carol.dials("102");
        scenario.alice.isRung();
    }

    @Test
    void twoWhoForwardToEachOtherEndInTheFailure() {
        CompanyPlan plan = bobReached(Teams.forward(When.NO_ANSWER, new ToPerson(ALICE)));
        plan = Teams.reached(plan, ALICE, Teams.forward(When.NO_ANSWER, new ToPerson(BOB)));
        scenario = new Scenario(plan.consistent());
        scenario.carol.dials("102");
        scenario.bob.rings();
        scenario.passes(20);
        scenario.alice.isRung();
        scenario.alice.rings();
        scenario.passes(20);
        scenario.carol.seesEnded(EndReason.NO_ANSWER);
        assertThat(scenario.reasons()).contains(new Reason.ForwardLoop(ALICE, 1));
        assertThat(scenario.call().legs()).hasSize(3);
    }

    @Test
    void aLoopThroughAGroupIsFoundAsWell() {
        CompanyPlan plan =
                bobReached(
                        Teams.forward(
                                When.UNREACHABLE, new Destination.ToGroup(DemoCompany.SALES)));
        plan =
                plan.with(
                        plan.people(),
                        List.of(
                                new RingGroup(
                                        DemoCompany.SALES,
                                        "Sales",
                                        "200",
                                        List.of(ALICE),
                                        20,
                                        Ringing.ALL,
                                        Optional.of(new ToPerson(BOB)),
                                        false)));
        scenario = new Scenario(plan.consistent());
        scenario.carol.dials("102");
        scenario.bob.ends(EndReason.UNREACHABLE);
        scenario.alice.isRung();
        scenario.alice.declines();
        scenario.carol.seesEnded(EndReason.NO_ANSWER);
        assertThat(scenario.reasons()).contains(new Reason.ForwardLoop(BOB, 1));
    }

    @Test
    void moreForwardsThanTenAreNotFollowed() {
        List<Person> people = new ArrayList<>();
        people.add(new Person(ALICE, "Alice", "101"));
        for (int i = 0; i <= 12; i++) {
            people.add(
                    new Person(
                            new PersonId("p" + i),
                            "P" + i,
                            String.valueOf(300 + i),
                            20,
                            true,
                            Teams.forward(
                                    When.ALWAYS,
                                    i == 12
                                            ? new ToPerson(ALICE)
                                            : new ToPerson(new PersonId("p" + (i + 1))))));
        }
        scenario = new Scenario(DemoCompany.plan().with(people, List.of()));
        scenario.outsider.calls("+15550100101");
        scenario.alice.answers();
        scenario.alice.transfersTo("300");
        assertThat(scenario.reasons())
                .contains(new Reason.ForwardLoop(new PersonId("p10"), 10))
                .contains(new Reason.GoesBack(ALICE, EndReason.UNREACHABLE));
    }

    @Test
    void whoeverIsForwardedToHimselfIsBusy() {
        bobForwards(When.ALWAYS, new ToPerson(ALICE));
        scenario.alice.dials("102");
        scenario.alice.seesEnded(EndReason.BUSY);
        assertThat(scenario.reasons()).contains(new Reason.CallsHimself(ALICE));
    }

    @Test
    void whatWasHandedOnIsForwardedAndComesBackInTheEndToThePhoneOfWhoHandedItOn() {
        CompanyPlan plan = bobReached(Teams.forward(When.NO_ANSWER, TO_CAROL));
        plan = Teams.reached(plan, ALICE, Teams.forward(When.NO_ANSWER, MOBILE));
        scenario = new Scenario(plan);
        scenario.outsider.calls("+15550100101");
        scenario.alice.answers();
        scenario.alice.transfersTo("102");
        scenario.bob.rings();
        scenario.passes(20);
        scenario.carol.isRung();
        scenario.passes(20);
        scenario.alice.isRung();
        scenario.alice.rings();
        scenario.passes(20);
        scenario.outsider.hearsPrompts("not-available");
        scenario.passes(10);
        scenario.isOver();
        assertThat(scenario.effects())
                .noneMatch(effect -> effect instanceof CallEffect.CallOutside);
    }

    @Test
    void whoAsksSomebodyIsForwardedToPeopleOnly() {
        bobForwards(When.ALWAYS, new Destination.ToMenu(DemoCompany.MENU));
        scenario.outsider.calls("+15550100101");
        scenario.alice.answers();
        scenario.alice.asks("102");
        scenario.passes(10);
        scenario.alice.hears(scenario.outsider);

        bobForwards(When.ALWAYS, TO_CAROL);
        scenario.outsider.calls("+15550100101");
        scenario.alice.answers();
        scenario.alice.asks("102");
        scenario.carol.isRung();
        scenario.carol.answers();
        scenario.alice.completes();
        scenario.carol.hears(scenario.outsider);
    }

    @Test
    void whoChoosesAPersonAgainInAMenuReachesHimAgain() {
        CompanyPlan plan = DemoCompany.plan();
        Destination menu = new Destination.ToMenu(DemoCompany.MENU);
        scenario = new Scenario(Teams.reached(plan, ALICE, Teams.forward(When.BUSY, menu)));
        scenario.outsider.calls("+15550100101");
        scenario.alice.declines();
        scenario.outsider.hearsPrompts("menu-welcome");
        scenario.outsider.presses("0");
        scenario.alice.isRung();
    }
}
