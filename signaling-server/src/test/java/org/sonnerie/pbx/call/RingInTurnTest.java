package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.call.CallView.State.IN_CALL;
import static org.sonnerie.pbx.call.CallView.State.RINGING;
import static org.sonnerie.pbx.plan.DemoCompany.ALICE;
import static org.sonnerie.pbx.plan.DemoCompany.BOB;
import static org.sonnerie.pbx.plan.DemoCompany.CAROL;
import static org.sonnerie.pbx.plan.DemoCompany.SALES;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.Ringing.Meanwhile;
import org.sonnerie.pbx.plan.Ringing.Strategy;
import org.sonnerie.pbx.plan.Teams;

/** Groups whose members are rung one after another: 10 seconds each, 25 in all. */
final class RingInTurnTest {
    private static final String SALES_NUMBER = "+15550100200";
    private static final Optional<Destination> NOBODY_ELSE = Optional.empty();

    private Scenario scenario = company(Strategy.IN_ORDER);

    private static Scenario company(Strategy strategy) {
        return new Scenario(Teams.sales(strategy, Meanwhile.RING_BACK, NOBODY_ELSE));
    }

    private List<PersonId> rung() {
        return scenario.call().legs().stream()
                .filter(Leg::called)
                .flatMap(leg -> leg.person().stream())
                .toList();
    }

    @Test
    void eachIsRungForHisTimeThenTheNext() {
        scenario.outsider.calls(SALES_NUMBER);
        scenario.alice.isRung();
        scenario.alice.rings();
        scenario.outsider.isToldThatItRings();
        assertThat(rung()).containsExactly(ALICE);

        scenario.passes(10);
        scenario.alice.isOut(EndReason.NO_ANSWER);
        scenario.bob.isRung();
        scenario.bob.rings();
        scenario.bob.answers();

        scenario.outsider.hears(scenario.bob);
        assertThat(rung()).containsExactly(ALICE, BOB);
        assertThat(scenario.reasons())
                .contains(
                        new Reason.RingsInTurn(
                                SALES, Strategy.IN_ORDER, List.of(ALICE, BOB, CAROL)),
                        new Reason.Rings(ALICE, 10),
                        new Reason.NotReached(ALICE, EndReason.NO_ANSWER),
                        new Reason.Answered(BOB));
    }

    @Test
    void whoIsBusyUnreachableOrDeclinesIsPassedOverAtOnce() {
        scenario.outsider.calls(SALES_NUMBER);
        scenario.alice.ends(EndReason.BUSY);
        scenario.bob.isRung();
        scenario.bob.rings();
        scenario.bob.declines();
        scenario.carol.isRung();
        scenario.carol.ends(EndReason.UNREACHABLE);
        scenario.outsider.isOut(EndReason.NO_ANSWER);
        scenario.isOver();
    }

    @Test
    void theGroupsTimeEndsItThoughNotAllWereRungToTheirEnd() {
        scenario.outsider.calls(SALES_NUMBER);
        scenario.passes(24.9);
        assertThat(rung()).containsExactly(ALICE, BOB, CAROL);
        scenario.goesOn();
        scenario.passes(0.1);
        scenario.isOver();
        assertThat(scenario.reasons())
                .contains(new Reason.GroupNotReached(SALES, EndReason.NO_ANSWER));
    }

    @Test
    void betweenTwoMembersTheCallerGoesOnHearingThatItRings() {
        scenario.carol.dials("200");
        scenario.alice.rings();
        scenario.carol.hearsTone(ToneKind.RING_BACK);
        scenario.alice.declines();
        scenario.carol.hearsTone(ToneKind.RING_BACK);
        scenario.carol.sees(RINGING);
        assertThat(rung()).as("carol does not ring for herself").containsExactly(ALICE, BOB);
    }

    @Test
    void theCallerHearsMusicIfThePlanSaysSoAndIsAnsweredForIt() {
        scenario = new Scenario(Teams.sales(Strategy.IN_ORDER, Meanwhile.MUSIC, NOBODY_ELSE));
        scenario.outsider.calls(SALES_NUMBER);
        scenario.outsider.isAnswered();
        scenario.outsider.hearsMusic();
        scenario.alice.rings();
        scenario.outsider.hearsMusic();
        scenario.alice.declines();
        scenario.outsider.hearsMusic();
        scenario.bob.answers();
        scenario.outsider.hears(scenario.bob);
    }

    @Test
    void musicIsHeardWhereAllRingAtOnceToo() {
        scenario = new Scenario(Teams.sales(Strategy.ALL, Meanwhile.MUSIC, NOBODY_ELSE));
        scenario.carol.dials("200");
        scenario.alice.rings();
        scenario.bob.rings();
        scenario.carol.hearsMusic();
        scenario.bob.answers();
        scenario.carol.hears(scenario.bob);
    }

    @Test
    void anOrderOfMemoryIsAskedForAndFollowed() {
        scenario = company(Strategy.ROUND_ROBIN);
        scenario.outsider.calls(SALES_NUMBER);
        assertThat(scenario.effects())
                .containsExactly(
                        new CallEffect.OrderMembers(Call.callerOf(new CallId("c")), SALES));
        scenario.isOrdered(SALES, BOB, CAROL, ALICE);
        scenario.bob.isRung();
        scenario.bob.declines();
        scenario.carol.isRung();
        scenario.isOrdered(SALES, ALICE, BOB, CAROL);
        scenario.carol.declines();
        scenario.alice.isRung();
        assertThat(scenario.reasons())
                .contains(
                        new Reason.RingsInTurn(
                                SALES, Strategy.ROUND_ROBIN, List.of(BOB, CAROL, ALICE)));
    }

    @Test
    void whoeverTheOrderDoesNotNameComesLastAndStrangersAreLeftOut() {
        scenario = company(Strategy.LONGEST_IDLE);
        scenario.bob.dials("200");
        scenario.isOrdered(SALES, new PersonId("eve"), BOB, CAROL, CAROL);
        assertThat(scenario.reasons())
                .contains(
                        new Reason.RingsInTurn(
                                SALES, Strategy.LONGEST_IDLE, List.of(CAROL, ALICE)));
        scenario.carol.isRung();
    }

    @Test
    void withoutAnAnswerTheOrderOfThePlanIsTaken() {
        scenario = company(Strategy.LONGEST_IDLE);
        scenario.outsider.calls(SALES_NUMBER);
        scenario.passes(0.5);
        scenario.alice.isRung();
        assertThat(rung()).containsExactly(ALICE);
    }

    @Test
    void nobodyTookItAndItGoesOn() {
        Optional<Destination> carol = Optional.of(new Destination.ToPerson(CAROL));
        scenario = new Scenario(Teams.sales(Strategy.ALL, Meanwhile.RING_BACK, carol));
        scenario.bob.dials("200");
        scenario.alice.declines();
        scenario.carol.declines();
        scenario.carol.isRung();
        scenario.carol.rings();
        scenario.carol.answers();
        scenario.bob.hears(scenario.carol);
        assertThat(scenario.reasons())
                .contains(new Reason.GroupLeadsOn(SALES, carol.orElseThrow()));
    }

    @Test
    void aGroupOfNobodyGoesOnAtOnceOrFails() {
        scenario = new Scenario(undisturbed(NOBODY_ELSE));
        scenario.outsider.calls(SALES_NUMBER);
        scenario.outsider.isOut(EndReason.UNREACHABLE);
        assertThat(scenario.reasons())
                .contains(
                        new Reason.NotDisturbed(ALICE),
                        new Reason.GroupEmpty(SALES),
                        new Reason.GroupNotReached(SALES, EndReason.UNREACHABLE));

        scenario = new Scenario(undisturbed(Optional.of(new Destination.ToMusic())));
        scenario.outsider.calls(SALES_NUMBER);
        scenario.outsider.hearsMusic();
    }

    private static CompanyPlan undisturbed(Optional<Destination> otherwise) {
        var plan = Teams.sales(Strategy.IN_ORDER, Meanwhile.RING_BACK, otherwise);
        for (PersonId one : List.of(ALICE, BOB, CAROL)) {
            plan = Teams.reached(plan, one, Teams.undisturbed(Reach.PHONE_ONLY));
        }
        return plan;
    }

    @Test
    void aMembersForwardIsNotFollowedAndWhoIsNotToBeDisturbedIsPassedOver() {
        var plan = Teams.sales(Strategy.IN_ORDER, Meanwhile.RING_BACK, NOBODY_ELSE);
        plan = Teams.reached(plan, ALICE, Teams.undisturbed(Reach.PHONE_ONLY));
        Destination elsewhere = new Destination.ToOutside("+33612345678", false);
        plan = Teams.reached(plan, BOB, Teams.forward(Reach.When.BUSY, elsewhere));
        scenario = new Scenario(plan);
        scenario.outsider.calls(SALES_NUMBER);
        scenario.bob.isRung();
        scenario.bob.ends(EndReason.BUSY);
        scenario.carol.isRung();
        assertThat(rung()).containsExactly(BOB, CAROL);
        assertThat(scenario.reasons()).contains(new Reason.NotDisturbed(ALICE));
    }

    @Test
    void whatWasHandedOnToSuchAGroupComesBackWhenAllWereTried() {
        scenario.outsider.calls("+15550100101");
        scenario.alice.answers();
        scenario.alice.transfersTo("200");
        scenario.alice.isRung();
        assertThat(rung()).as("who handed it on may be asked too").containsExactly(ALICE, ALICE);
        scenario.passes(10);
        scenario.bob.isRung();
        scenario.passes(10);
        scenario.carol.isRung();
        scenario.passes(5);
        assertThat(scenario.reasons()).contains(new Reason.GoesBack(ALICE, EndReason.NO_ANSWER));
        scenario.alice.isRung();
        scenario.alice.rings();
        scenario.alice.answers();
        scenario.alice.hears(scenario.outsider);
    }

    @Test
    void whatWasHandedOnGoesWhereTheGroupLeadsBeforeItComesBack() {
        Optional<Destination> carol = Optional.of(new Destination.ToPerson(CAROL));
        scenario = new Scenario(Teams.sales(Strategy.ALL, Meanwhile.RING_BACK, carol));
        scenario.outsider.calls("+15550100101");
        scenario.alice.answers();
        scenario.alice.transfersTo("200");
        scenario.passes(20);
        scenario.carol.isRung();
        scenario.passes(20);
        scenario.alice.isRung();
        assertThat(scenario.reasons()).contains(new Reason.GoesBack(ALICE, EndReason.NO_ANSWER));
    }

    @Test
    void whoIsAskedThroughAGroupIsGivenOnWhileTheNextRings() {
        scenario.outsider.calls("+15550100101");
        scenario.alice.answers();
        scenario.alice.asks("200");
        scenario.bob.isRung();
        scenario.bob.declines();
        scenario.carol.isRung();
        scenario.alice.completes();
        scenario.outsider.hearsTone(ToneKind.RING_BACK);
        scenario.carol.answers();
        scenario.carol.hears(scenario.outsider);
    }

    @Test
    void whoAsksAGroupIsNotLedToAMachine() {
        Optional<Destination> music = Optional.of(new Destination.ToMusic());
        scenario = new Scenario(Teams.sales(Strategy.IN_ORDER, Meanwhile.MUSIC, music));
        scenario.outsider.calls("+15550100101");
        scenario.alice.answers();
        scenario.alice.asks("200");
        scenario.alice.hearsMusic();
        scenario.bob.declines();
        scenario.carol.declines();
        scenario.passes(60);
        scenario.alice.hears(scenario.outsider);
        scenario.alice.sees(IN_CALL);
    }

    @Test
    void anOrderThatComesAfterTheGroupWasHandedOnIsTooLateAndThePlansIsTaken() {
        scenario = company(Strategy.ROUND_ROBIN);
        scenario.outsider.calls("+15550100101");
        scenario.alice.answers();
        scenario.alice.asks("200");
        LegId asker = scenario.alice.leg();
        scenario.alice.completes();
        scenario.happens(
                new CallEvent.MembersOrdered(scenario.now(), asker, SALES, List.of(CAROL, BOB)));
        scenario.passes(0.5);
        scenario.bob.isRung();
    }

    @Test
    void somebodyPicksItUpWhileOneRings() {
        scenario.outsider.calls(SALES_NUMBER);
        scenario.alice.rings();
        scenario.carol.takes(Way.PICKUP);
        scenario.alice.isOut(EndReason.ANSWERED_ELSEWHERE);
        scenario.carol.hears(scenario.outsider);
        scenario.passes(60);
        assertThat(rung()).containsExactly(ALICE);
    }
}
