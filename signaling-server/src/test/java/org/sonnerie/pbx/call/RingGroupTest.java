package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.call.CallView.State.IN_CALL;
import static org.sonnerie.pbx.call.CallView.State.RINGING;

import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.plan.DemoCompany;

final class RingGroupTest {
    private final Scenario scenario = new Scenario();
    private final Party alice = scenario.alice;
    private final Party bob = scenario.bob;
    private final Party carol = scenario.carol;

    @Test
    void allRingAndTheFirstToAnswerHasTheCall() {
        carol.dials("200");
        alice.isRung();
        bob.isRung();
        alice.rings();
        bob.rings();
        carol.sees(RINGING);
        carol.hearsTone(ToneKind.RING_BACK);
        carol.seesParty("Sales", "200", "");
        alice.seesParty("Carol Petit", "103", "Sales");
        bob.answers();
        alice.isOut(EndReason.ANSWERED_ELSEWHERE);
        alice.seesEnded(EndReason.ANSWERED_ELSEWHERE);
        carol.hears(bob);
        bob.hears(carol);
        carol.seesParty("Bob Moreau", "102", "");
    }

    @Test
    void anAnswerThatComesTooLateChangesNothing() {
        carol.dials("200");
        bob.answers();
        Call before = scenario.call();
        alice.answers();
        assertThat(scenario.call()).isEqualTo(before);
        carol.hears(bob);
    }

    @Test
    void whoeverCannotBeReachedIsSkippedWithAReason() {
        carol.dials("200");
        alice.ends(EndReason.UNREACHABLE);
        bob.rings();
        bob.answers();
        carol.sees(IN_CALL);
        assertThat(scenario.reasons())
                .contains(new Reason.NotReached(DemoCompany.ALICE, EndReason.UNREACHABLE));
    }

    @Test
    void aMemberWhoCallsHisGroupIsNotRungHimself() {
        alice.dials("200");
        assertThat(scenario.call().legs()).hasSize(2);
        bob.isRung();
        bob.ends(EndReason.UNREACHABLE);
        alice.seesEnded(EndReason.UNREACHABLE);
    }

    @Test
    void allUnreachable() {
        carol.dials("200");
        alice.ends(EndReason.UNREACHABLE);
        bob.ends(EndReason.UNREACHABLE);
        carol.seesEnded(EndReason.UNREACHABLE);
        carol.hearsPrompts("not-available");
        assertThat(scenario.reasons())
                .contains(new Reason.GroupNotReached(DemoCompany.SALES, EndReason.UNREACHABLE));
    }

    @Test
    void thatAllDeclinedIsTheirOwnAffair() {
        carol.dials("200");
        alice.declines();
        bob.declines();
        carol.seesEnded(EndReason.NO_ANSWER);
    }

    @Test
    void oneUnreachableAndOneWhoDoesNotCome() {
        carol.dials("200");
        alice.ends(EndReason.UNREACHABLE);
        bob.rings();
        scenario.passes(20);
        bob.isOut(EndReason.NO_ANSWER);
        carol.seesEnded(EndReason.NO_ANSWER);
    }

    @Test
    void theCallerGivesUpAndAllStopRinging() {
        carol.dials("200");
        alice.rings();
        bob.rings();
        carol.hangsUp();
        alice.isOut(EndReason.CANCELLED);
        bob.isOut(EndReason.CANCELLED);
        scenario.isOver();
    }
}
