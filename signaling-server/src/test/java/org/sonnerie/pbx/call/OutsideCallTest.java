package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.call.CallView.State.CALLING;
import static org.sonnerie.pbx.call.CallView.State.IN_CALL;
import static org.sonnerie.pbx.call.CallView.State.RINGING;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Outside;
import org.sonnerie.pbx.plan.PlanVersion;

final class OutsideCallTest {
    private final Scenario scenario = new Scenario();
    private final Party alice = scenario.alice;
    private final Party bob = scenario.bob;
    private final Party outsider = scenario.outsider;

    @Test
    void aCallToAlicesNumberRingsAndIsAnsweredWhenSheAnswers() {
        outsider.calls("+15550100101");
        alice.isRung();
        alice.seesParty("Jeanne", Party.OUTSIDE_NUMBER, "");
        assertThat(scenario.effects()).hasSize(1);
        alice.rings();
        outsider.isToldThatItRings();
        alice.answers();
        outsider.isAnswered();
        outsider.hears(alice);
        alice.hears(outsider);
        alice.sees(IN_CALL);
    }

    @Test
    void theCarrierIsToldOnceThatItRings() {
        outsider.calls("+15550100200");
        alice.rings();
        outsider.isToldThatItRings();
        bob.rings();
        assertThat(scenario.effects()).isEmpty();
    }

    @Test
    void aCallerNobodyAnsweredIsRefusedWithTheReason() {
        outsider.calls("+15550100101");
        alice.ends(EndReason.BUSY);
        outsider.isOut(EndReason.BUSY);
        scenario.isOver();
    }

    @Test
    void aNumberOfNobodyIsRefused() {
        outsider.calls("+15550100999");
        outsider.isOut(EndReason.UNKNOWN_NUMBER);
        scenario.isOver();
    }

    @Test
    void theOutsideCallerGivesUp() {
        outsider.calls("+15550100101");
        alice.rings();
        outsider.ends(EndReason.CANCELLED);
        alice.seesEnded(EndReason.CANCELLED);
        scenario.isOver();
    }

    @Test
    void aCallOutGoesOverTheFirstTrunkWithTheCompanysNumber() {
        alice.dials("0145678901");
        alice.sees(CALLING);
        alice.seesParty("", "+33145678901", "");
        assertThat(scenario.effects())
                .containsExactly(
                        new CallEffect.CallOutside(
                                outsider.leg(),
                                DemoCompany.TRUNK,
                                "+33145678901",
                                Optional.of("+15550100100"),
                                "Boulangerie Martin"));
        outsider.rings();
        alice.sees(RINGING);
        alice.hearsTone(ToneKind.RING_BACK);
        outsider.answers();
        alice.hears(outsider);
        outsider.hears(alice);
    }

    @Test
    void whatTheCarrierSaysBeforeTheAnswerIsHeard() {
        alice.dials("+33145678902");
        outsider.sendsEarlyMedia();
        alice.sees(RINGING);
        alice.hears(outsider);
        outsider.rings();
        alice.hears(outsider);
        outsider.answers();
        alice.hears(outsider);
        outsider.hears(alice);
    }

    @Test
    void ringingGivesWayToEarlyMedia() {
        alice.dials("0145678901");
        outsider.rings();
        alice.hearsTone(ToneKind.RING_BACK);
        outsider.sendsEarlyMedia();
        alice.hears(outsider);
    }

    @Test
    void aPhoneThatRangInVainWasNotAnsweredAndOneThatNeverRangIsUnreachable() {
        alice.dials("0145678901");
        outsider.rings();
        outsider.ends(EndReason.UNREACHABLE);
        alice.seesEnded(EndReason.NO_ANSWER);

        Scenario silent = new Scenario();
        silent.alice.dials("0145678901");
        silent.outsider.ends(EndReason.UNREACHABLE);
        silent.alice.seesEnded(EndReason.UNREACHABLE);
    }

    @Test
    void whatTheCarrierRefusesIsShownAndHeard() {
        assertFails(EndReason.BUSY, ToneKind.BUSY);
        assertFails(EndReason.DECLINED, ToneKind.BUSY);
        assertFails(EndReason.UNKNOWN_NUMBER, ToneKind.UNOBTAINABLE);
        assertFails(EndReason.NOT_ALLOWED, ToneKind.ERROR);
        assertFails(EndReason.NETWORK, ToneKind.ERROR);
    }

    private static void assertFails(EndReason reason, ToneKind tone) {
        Scenario scenario = new Scenario();
        scenario.alice.dials("0145678901");
        scenario.outsider.ends(reason);
        scenario.alice.seesEnded(reason);
        scenario.alice.hearsTone(tone);
        scenario.passes(4);
        scenario.isOver();
    }

    @Test
    void nobodyAnswersOutsideWithin3Minutes() {
        alice.dials("0145678901");
        outsider.rings();
        scenario.passes(180);
        outsider.isOut(EndReason.NO_ANSWER);
        alice.seesEnded(EndReason.NO_ANSWER);
        alice.hearsPrompts("not-available");
    }

    @Test
    void anEmergencyNumberGoesOut() {
        alice.dials("112");
        assertThat(scenario.reasons()).contains(new Reason.GoesOut(DemoCompany.TRUNK, "112", true));
    }

    @Test
    void withoutATrunkNothingGoesOut() {
        CompanyPlan demo = DemoCompany.plan();
        Scenario alone =
                new Scenario(
                        new CompanyPlan(
                                demo.company(),
                                PlanVersion.of(2),
                                demo.facts(),
                                demo.people(),
                                demo.groups(),
                                demo.flow(),
                                demo.rooms(),
                                new Outside(List.of(), List.of(), demo.outside().rules())));
        alone.alice.dials("0145678901");
        alone.alice.seesEnded(EndReason.NETWORK);
        alone.alice.hearsTone(ToneKind.ERROR);
        assertThat(alone.reasons()).contains(new Reason.NoTrunk());
    }
}
