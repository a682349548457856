package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.plan.DemoCompany.BOB;

import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.Teams;

/** Bob's mobile rings too, after 5 seconds. */
final class FollowMeTest {
    private static final String MOBILE = "+33698765432";

    private Scenario scenario = bob(Teams.followed(Reach.PHONE_ONLY, 5));

    private static Scenario bob(Reach reach) {
        return new Scenario(Teams.reached(DemoCompany.plan(), BOB, reach).consistent());
    }

    private Party mobile() {
        return scenario.outsider;
    }

    private void bothRing() {
        scenario.alice.dials("102");
        scenario.bob.rings();
        scenario.passes(4.9);
        assertThat(scenario.call().legs()).hasSize(2);
        scenario.passes(0.1);
        assertThat(scenario.reasons()).contains(new Reason.FollowsHim(BOB, MOBILE));
        mobile().rings();
        assertThat(scenario.call().leg(scenario.bob.leg()).orElseThrow().over()).isFalse();
    }

    private void mobileIsAsked() {
        assertThat(scenario.heardBy(mobile().leg()).orElseThrow())
                .isInstanceOfSatisfying(
                        Hears.Programme.class,
                        programme ->
                                assertThat(programme.sounds())
                                        .contains(new CallSound.Prompt("follow-me-accept")));
    }

    @Test
    void whoAnswersOutsideMustAcceptAndThenHasTheCall() {
        bothRing();
        mobile().answers();
        mobileIsAsked();
        scenario.alice.hearsTone(ToneKind.RING_BACK);
        scenario.alice.sees(CallView.State.RINGING);
        scenario.bob.sees(CallView.State.RINGING);
        mobile().presses("25*");
        scenario.alice.sees(CallView.State.RINGING);
        mobile().presses("1");
        scenario.bob.isOut(EndReason.ANSWERED_ELSEWHERE);
        scenario.alice.hears(mobile());
        mobile().hears(scenario.alice);
        assertThat(scenario.reasons())
                .contains(new Reason.AsksToAccept(BOB), new Reason.Answered(BOB));
    }

    @Test
    void anAnsweringMachineNeverTakesTheCallAndHisPhoneRingsOn() {
        bothRing();
        mobile().answers();
        scenario.passes(20);
        mobile().isOut(EndReason.NO_ANSWER);
        assertThat(scenario.reasons()).contains(new Reason.NotAccepted(BOB));
        scenario.bob.sees(CallView.State.RINGING);
        scenario.bob.answers();
        scenario.alice.hears(scenario.bob);
    }

    @Test
    void hisOwnPhoneMayAnswerWhileTheOtherIsAsked() {
        bothRing();
        mobile().answers();
        scenario.bob.answers();
        mobile().isOut(EndReason.ANSWERED_ELSEWHERE);
        scenario.alice.hears(scenario.bob);
    }

    @Test
    void whatTheMobileSaysBeforeItIsAnsweredIsNotHeard() {
        bothRing();
        mobile().sendsEarlyMedia();
        scenario.alice.hearsTone(ToneKind.RING_BACK);
    }

    @Test
    void theMobileRingsAtOnceWhileHeHasNoPhone() {
        scenario.alice.dials("102");
        scenario.bob.ends(EndReason.UNREACHABLE);
        assertThat(scenario.reasons()).contains(new Reason.FollowsHim(BOB, MOBILE));
        mobile().rings();
        mobile().answers();
        scenario.alice.hearsTone(ToneKind.RING_BACK);
        mobile().presses("1");
        scenario.alice.hears(mobile());
    }

    @Test
    void whoDeclinesIsNotRungElsewhere() {
        bothRing();
        LegId mobile = mobile().leg();
        scenario.bob.declines();
        assertThat(scenario.effects()).contains(new CallEffect.EndLeg(mobile, EndReason.CANCELLED));
        scenario.alice.seesEnded(EndReason.DECLINED);
    }

    @Test
    void whatTheMobileDoesNotTakeIsForwardedAsHisPhoneSays() {
        Destination carol = new Destination.ToPerson(DemoCompany.CAROL);
        scenario = bob(Teams.followed(Teams.forward(Reach.When.UNREACHABLE, carol), 5));
        scenario.alice.dials("102");
        scenario.bob.ends(EndReason.UNREACHABLE);
        mobile().ends(EndReason.BUSY);
        scenario.carol.isRung();
    }

    @Test
    void itRingsHalfAMinuteAtLeastThenItIsOver() {
        bothRing();
        scenario.passes(29.9);
        scenario.alice.sees(CallView.State.RINGING);
        scenario.passes(0.1);
        scenario.alice.seesEnded(EndReason.NO_ANSWER);
        mobile().isOut(EndReason.NO_ANSWER);
    }

    @Test
    void withinAGroupAndWhereItComesBackOnlyHisPhoneRings() {
        scenario.carol.dials("200");
        scenario.bob.rings();
        scenario.passes(10);
        assertThat(scenario.call().legs()).hasSize(3);

        scenario = bob(Teams.followed(Reach.PHONE_ONLY, 5));
        scenario.alice.dials("102");
        scenario.bob.answers();
        scenario.bob.transfersTo("103");
        scenario.carol.declines();
        scenario.bob.isRung();
        scenario.bob.rings();
        scenario.passes(10);
        assertThat(scenario.reasons()).noneMatch(Reason.FollowsHim.class::isInstance);
    }

    @Test
    void whoIsAskedFirstMayBeGivenOnWhileHisMobileIsAsked() {
        scenario.outsider.calls("+15550100101");
        LegId caller = scenario.outsider.leg();
        scenario.alice.answers();
        scenario.alice.asks("102");
        scenario.bob.ends(EndReason.UNREACHABLE);
        mobile().answers();
        mobileIsAsked();
        LegId mobile = mobile().leg();
        scenario.alice.completes();
        mobile().presses("1");
        assertThat(scenario.heardBy(caller)).contains(new Hears.Other(mobile));
        assertThat(scenario.heardBy(mobile)).contains(new Hears.Other(caller));
    }
}
