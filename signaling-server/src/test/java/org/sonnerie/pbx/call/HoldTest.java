package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.call.CallView.State.IN_CALL;
import static org.sonnerie.pbx.call.CallView.State.ON_HOLD;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HoldTest {
    private final Scenario scenario = new Scenario();
    private final Party alice = scenario.alice;
    private final Party bob = scenario.bob;

    @BeforeEach
    void aliceTalksToBob() {
        scenario.aliceTalksToBob();
    }

    @Test
    void theOtherHearsMusicAndTheHolderNothing() {
        alice.holds();
        alice.hearsNothing();
        alice.sees(ON_HOLD);
        bob.hearsMusic();
        bob.sees(IN_CALL);
        assertThat(bob.view().party().heldByOther()).isTrue();
        assertThat(alice.view().party().heldByOther()).isFalse();
        alice.resumes();
        alice.hears(bob);
        bob.hears(alice);
        assertThat(bob.view().party().heldByOther()).isFalse();
    }

    @Test
    void bothMayHold() {
        alice.holds();
        bob.holds();
        alice.hearsNothing();
        bob.hearsNothing();
        alice.resumes();
        alice.hearsMusic();
        bob.sees(ON_HOLD);
        bob.resumes();
        alice.hears(bob);
        bob.hears(alice);
    }

    @Test
    void holdingTwiceIsHoldingOnce() {
        alice.holds();
        alice.holds();
        assertThat(scenario.effects()).isEmpty();
        alice.resumes();
        alice.resumes();
        assertThat(scenario.effects()).isEmpty();
    }

    @Test
    void whoeverIsHeldCanHangUp() {
        alice.holds();
        bob.hangsUp();
        alice.seesEnded(EndReason.HUNG_UP);
        scenario.isOver();
    }

    @Test
    void aRingingCallCannotBeHeld() {
        Scenario ringing = new Scenario();
        ringing.alice.dials("102");
        ringing.bob.rings();
        Call before = ringing.call();
        ringing.alice.holds();
        ringing.bob.holds();
        assertThat(ringing.call()).isEqualTo(before);
    }

    @Test
    void aTrunkHasNoHoldKey() {
        Scenario outside = new Scenario();
        outside.outsider.calls("+15550100101");
        outside.alice.answers();
        Call before = outside.call();
        outside.outsider.holds();
        assertThat(outside.call()).isEqualTo(before);
        outside.alice.holds();
        outside.outsider.hearsMusic();
    }

    @Test
    void theEchoTestPauses() {
        Scenario echo = new Scenario();
        echo.alice.dials("*43");
        echo.alice.hearsPrompts("echo-welcome");
        echo.alice.hearsItOut();
        echo.alice.hearsHimself();
        echo.alice.holds();
        echo.alice.hearsNothing();
        echo.alice.resumes();
        echo.alice.hearsHimself();
        echo.alice.seesParty("", "*43", "");
    }

    @Test
    void holdMusicCanBeListenedTo() {
        Scenario music = new Scenario();
        music.alice.dials("*44");
        music.alice.hearsMusic();
        music.alice.sees(IN_CALL);
        assertThat(music.call().deadline()).isEmpty();
        music.alice.hangsUp();
        music.isOver();
    }
}
