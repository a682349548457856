package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sonnerie.pbx.call.CallView.State.CALLING;
import static org.sonnerie.pbx.call.CallView.State.IN_CALL;
import static org.sonnerie.pbx.call.CallView.State.RINGING;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.plan.DemoCompany;

final class DirectCallTest {
    private final Scenario scenario = new Scenario();
    private final Party alice = scenario.alice;
    private final Party bob = scenario.bob;

    @Test
    void aliceCallsBobAndTheyTalk() {
        alice.dials("102");
        alice.sees(CALLING);
        alice.hearsNothing();
        bob.isRung();
        bob.rings();
        alice.sees(RINGING);
        alice.hearsTone(ToneKind.RING_BACK);
        bob.sees(RINGING);
        scenario.passes(3);
        bob.answers();
        alice.hears(bob);
        bob.hears(alice);
        alice.sees(IN_CALL);
        bob.sees(IN_CALL);
        assertThat(bob.view().times().answered()).contains(Scenario.BEGIN.plusSeconds(3));
    }

    @Test
    void eachSeesTheOther() {
        alice.dials("bob moreau");
        alice.seesParty("Bob Moreau", "102", "");
        bob.seesParty("Alice Durand", "101", "");
        assertThat(alice.view().incoming()).isFalse();
        assertThat(bob.view().incoming()).isTrue();
    }

    @Test
    void whoeverHangsUpEndsItForBoth() {
        scenario.aliceTalksToBob();
        bob.hangsUp();
        alice.isOut(EndReason.HUNG_UP);
        bob.isOut(EndReason.HUNG_UP);
        alice.seesEnded(EndReason.HUNG_UP);
        scenario.isOver();
    }

    @Test
    void theCallerHangsUp() {
        scenario.aliceTalksToBob();
        alice.hangsUp();
        bob.seesEnded(EndReason.HUNG_UP);
        scenario.isOver();
    }

    @Test
    void theCallerGivesUpWhileItRings() {
        alice.dials("102");
        bob.rings();
        alice.hangsUp();
        bob.isOut(EndReason.CANCELLED);
        bob.seesEnded(EndReason.CANCELLED);
        alice.seesEnded(EndReason.CANCELLED);
        scenario.isOver();
    }

    @Test
    void nobodyComesWithin20Seconds() {
        alice.dials("102");
        bob.rings();
        scenario.passes(19.9);
        alice.sees(RINGING);
        scenario.passes(0.1);
        bob.isOut(EndReason.NO_ANSWER);
        alice.seesEnded(EndReason.NO_ANSWER);
        alice.hearsPrompts("not-available");
        scenario.goesOn();
        alice.hearsItOut();
        alice.isOut(EndReason.NO_ANSWER);
        scenario.isOver();
    }

    @Test
    void anUnreachablePhoneIsToldAtOnce() {
        alice.dials("102");
        bob.ends(EndReason.UNREACHABLE);
        alice.seesEnded(EndReason.UNREACHABLE);
        alice.hearsPrompts("not-available");
        scenario.passes(10);
        scenario.isOver();
    }

    @Test
    void bobDeclinesAndAliceHearsTheBusyToneFor4Seconds() {
        alice.dials("102");
        bob.rings();
        bob.declines();
        alice.seesEnded(EndReason.DECLINED);
        alice.hearsTone(ToneKind.BUSY);
        scenario.passes(3.9);
        scenario.goesOn();
        scenario.passes(0.1);
        alice.isOut(EndReason.DECLINED);
        scenario.isOver();
    }

    @Test
    void bobIsBusy() {
        alice.dials("102");
        bob.ends(EndReason.BUSY);
        alice.seesEnded(EndReason.BUSY);
        alice.hearsTone(ToneKind.BUSY);
    }

    @Test
    void aliceNeedNotHearTheToneOut() {
        alice.dials("102");
        bob.declines();
        alice.hangsUp();
        alice.isOut(EndReason.DECLINED);
        alice.seesEnded(EndReason.DECLINED);
        scenario.isOver();
    }

    @Test
    void aNumberNobodyHasSoundsLikeOne() {
        alice.dials("105");
        alice.seesEnded(EndReason.UNKNOWN_NUMBER);
        alice.seesParty("", "105", "");
        alice.hearsTone(ToneKind.UNOBTAINABLE);
        scenario.passes(4);
        scenario.isOver();
    }

    @Test
    void aNumberThatIsNotOpenIsNotAllowed() {
        alice.dials("+442079460000");
        alice.seesEnded(EndReason.NOT_ALLOWED);
        alice.hearsTone(ToneKind.ERROR);
    }

    @Test
    void whoeverCallsHimselfIsBusy() {
        alice.dials("101");
        alice.seesEnded(EndReason.BUSY);
        assertThat(scenario.reasons()).contains(new Reason.CallsHimself(DemoCompany.ALICE));
    }

    @Test
    void soundThatCannotBeSetUpEndsTheCall() {
        alice.dials("102");
        alice.ends(EndReason.NO_MEDIA);
        bob.isOut(EndReason.NO_MEDIA);
        alice.seesEnded(EndReason.NO_MEDIA);
    }

    @Test
    void keysInACallOfTwoAreTheRelaysMatter() {
        scenario.aliceTalksToBob();
        alice.presses("5");
        assertThat(scenario.effects()).isEmpty();
    }

    @Test
    void theReasonsTellTheStory() {
        alice.dials("102");
        bob.declines();
        assertThat(scenario.reasons())
                .containsExactly(
                        new Reason.Leads(
                                "102",
                                new org.sonnerie.pbx.plan.Destination.ToPerson(DemoCompany.BOB)),
                        new Reason.Rings(DemoCompany.BOB, 20),
                        new Reason.NotReached(DemoCompany.BOB, EndReason.DECLINED));
    }

    @Test
    void onlyABeginningBeginsACall() {
        CallId id = new CallId("c");
        CallEvent other = new CallEvent.TimedOut(Scenario.BEGIN);
        assertThatThrownBy(() -> Call.start(id, scenario.plan(), other))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Call.replay(id, scenario.plan(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEventOfAStrangeLegChangesNothing() {
        scenario.aliceTalksToBob();
        Call before = scenario.call();
        scenario.happens(
                new CallEvent.LegEnded(scenario.now(), new LegId("other"), EndReason.HUNG_UP));
        assertThat(scenario.call()).isEqualTo(before);
        assertThat(scenario.effects()).isEmpty();
        assertThat(scenario.call().leg(new LegId("other"))).isEqualTo(Optional.empty());
    }
}
