package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.call.CallView.State.IN_CALL;
import static org.sonnerie.pbx.call.CallView.State.RECONNECTING;

import org.junit.jupiter.api.Test;

final class RestartTest {
    private final Scenario scenario = new Scenario();
    private final Party alice = scenario.alice;
    private final Party bob = scenario.bob;

    @Test
    void aCallBetweenTwoPagesWaitsForBoth() {
        alice.dials("102");
        bob.answers();
        scenario.serverRestarts();
        alice.sees(RECONNECTING);
        bob.sees(RECONNECTING);
        alice.isBack();
        alice.hearsMusic();
        bob.isBack();
        alice.hears(bob);
        bob.hears(alice);
        alice.sees(IN_CALL);
    }

    @Test
    void aHoldOutlivesTheRestart() {
        alice.dials("102");
        bob.answers();
        bob.holds();
        scenario.serverRestarts();
        bob.isBack();
        alice.isBack();
        alice.hearsMusic();
        bob.resumes();
        alice.hears(bob);
    }

    @Test
    void pagesThatDoNotComeEndIt() {
        alice.dials("102");
        bob.answers();
        scenario.serverRestarts();
        alice.isBack();
        scenario.passes(60);
        alice.seesEnded(EndReason.PAGE_LOST);
        scenario.isOver();
    }

    @Test
    void aCallOnATrunkIsOver() {
        scenario.outsider.calls("+15550100101");
        alice.answers();
        scenario.serverRestarts();
        scenario.outsider.isOut(EndReason.SERVER_RESTARTED);
        alice.seesEnded(EndReason.SERVER_RESTARTED);
        scenario.isOver();
    }

    @Test
    void aCallThatOnlyRangIsOver() {
        alice.dials("102");
        bob.rings();
        scenario.serverRestarts();
        bob.isOut(EndReason.SERVER_RESTARTED);
        alice.isOut(EndReason.SERVER_RESTARTED);
        scenario.isOver();
    }

    @Test
    void whoeverIsInTheRoomFromAPageComesBackToIt() {
        alice.dials("400");
        alice.typesTheRightPin();
        alice.hearsItOut();
        alice.isSeated(Standing.IN);
        scenario.serverRestarts();
        alice.isSeated(Standing.IN);
        alice.isBack();
        alice.hearsTheRoom();
    }

    @Test
    void whoeverIsInTheRoomByPhoneDoesNot() {
        scenario.outsider.calls("+15550100400");
        scenario.outsider.typesTheRightPin();
        scenario.serverRestarts();
        scenario.isOver();
    }

    @Test
    void theLogIsTheCall() {
        alice.dials("102");
        bob.rings();
        bob.answers();
        bob.holds();
        scenario.serverRestarts();
        Call replayed = Call.replay(scenario.call().id(), scenario.plan(), scenario.log());
        assertThat(replayed).isEqualTo(scenario.call());
        assertThat(replayed.views()).isEqualTo(scenario.call().views());
    }
}
