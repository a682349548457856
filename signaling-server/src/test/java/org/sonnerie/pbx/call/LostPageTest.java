package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.call.CallView.State.IN_CALL;
import static org.sonnerie.pbx.call.CallView.State.ON_HOLD;
import static org.sonnerie.pbx.call.CallView.State.RECONNECTING;
import static org.sonnerie.pbx.call.CallView.State.RINGING;

import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.ToneKind;

final class LostPageTest {
    private final Scenario scenario = new Scenario();
    private final Party alice = scenario.alice;
    private final Party bob = scenario.bob;

    @Test
    void theOtherHearsMusicUntilThePageIsBack() {
        scenario.aliceTalksToBob();
        alice.losesThePage();
        bob.hearsMusic();
        alice.sees(RECONNECTING);
        bob.sees(RECONNECTING);
        scenario.passes(59);
        alice.isBack();
        alice.hears(bob);
        bob.hears(alice);
        alice.sees(IN_CALL);
        scenario.passes(3_600);
        scenario.goesOn();
    }

    @Test
    void after60SecondsItIsOver() {
        scenario.aliceTalksToBob();
        bob.losesThePage();
        scenario.passes(60);
        alice.seesEnded(EndReason.PAGE_LOST);
        bob.seesEnded(EndReason.PAGE_LOST);
        scenario.isOver();
    }

    @Test
    void aHoldOutlivesTheReload() {
        scenario.aliceTalksToBob();
        alice.holds();
        alice.losesThePage();
        alice.isBack();
        alice.sees(ON_HOLD);
        alice.hearsNothing();
        assertThat(scenario.effects())
                .contains(new CallEffect.Hear(alice.leg(), new CallEffect.Hears.Nothing()));
        bob.hearsMusic();
        alice.resumes();
        bob.hears(alice);
    }

    @Test
    void bothPagesMayBeLostAtOnce() {
        scenario.aliceTalksToBob();
        alice.losesThePage();
        scenario.passes(10);
        bob.losesThePage();
        alice.isBack();
        alice.hearsMusic();
        alice.sees(RECONNECTING);
        bob.isBack();
        alice.hears(bob);
        bob.hears(alice);
    }

    @Test
    void theOtherMayHangUpMeanwhile() {
        scenario.aliceTalksToBob();
        alice.losesThePage();
        bob.hangsUp();
        alice.seesEnded(EndReason.HUNG_UP);
        scenario.isOver();
    }

    @Test
    void theCallerReloadsWhileItRings() {
        alice.dials("102");
        bob.rings();
        alice.losesThePage();
        alice.sees(RECONNECTING);
        bob.sees(RINGING);
        alice.isBack();
        alice.sees(RINGING);
        alice.hearsTone(ToneKind.RING_BACK);
    }

    @Test
    void bobAnswersWhileAliceReloads() {
        alice.dials("102");
        bob.rings();
        alice.losesThePage();
        bob.answers();
        bob.hearsMusic();
        alice.isBack();
        alice.hears(bob);
        bob.hears(alice);
    }

    @Test
    void nobodyAnswersWhileAliceIsAway() {
        alice.dials("102");
        bob.rings();
        alice.losesThePage();
        scenario.passes(20);
        alice.seesEnded(EndReason.NO_ANSWER);
        scenario.isOver();
    }

    @Test
    void aCalleesPageIsNotTheCallsMatterWhileItRings() {
        alice.dials("102");
        bob.rings();
        Call before = scenario.call();
        bob.losesThePage();
        assertThat(scenario.call()).isEqualTo(before);
    }

    @Test
    void theRoomWaits() {
        alice.dials("400");
        alice.typesTheRightPin();
        alice.hearsItOut();
        alice.isSeated(Standing.IN);
        alice.losesThePage();
        alice.isBack();
        alice.hearsTheRoom();
        assertThat(scenario.effects()).hasSize(1);
        alice.losesThePage();
        scenario.passes(60);
        alice.isOut(EndReason.PAGE_LOST);
        assertThat(scenario.effects()).hasSize(3);
    }

    @Test
    void thePinIsAskedForAgain() {
        alice.dials("400");
        alice.typesAWrongPin();
        alice.losesThePage();
        alice.typesAWrongPin();
        alice.typesAWrongPin();
        alice.isBack();
        alice.hearsPrompts("conference-pin");
        alice.isAskedForThePin();
        alice.typesTheRightPin();
        alice.losesThePage();
        alice.isBack();
        alice.hearsPrompts("conference-welcome");
        alice.hearsItOut();
        alice.isSeated(Standing.IN);
        alice.hearsTheRoom();
    }

    @Test
    void theMenuWaitsAndGreetsAgain() {
        alice.dials("100");
        alice.hearsItOut();
        alice.losesThePage();
        scenario.passes(30);
        alice.sees(RECONNECTING);
        alice.isBack();
        alice.hearsPrompts("menu-welcome");
        alice.sees(IN_CALL);
    }

    @Test
    void theEchoTestWaits() {
        alice.dials("*43");
        alice.hearsItOut();
        alice.losesThePage();
        alice.hearsNothing();
        alice.isBack();
        alice.hearsHimself();
    }

    @Test
    void aPageLostDuringTheToneEndsIt() {
        alice.dials("105");
        alice.losesThePage();
        alice.isOut(EndReason.UNKNOWN_NUMBER);
        scenario.isOver();
    }
}
