package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallView.State;

/** Three together, made out of a call. */
final class GatheringTest {
    private final Scenario call = new Scenario();
    private final Party alice = call.alice;
    private final Party bob = call.bob;
    private final Party carol = call.carol;
    private final Party outsider = call.outsider;

    private void three() {
        outsider.calls("+15550100101");
        alice.answers();
        alice.asks("102");
        bob.answers();
        alice.bringsAllTogether();
    }

    @Test
    void allHearAll() {
        three();
        alice.hearsAll();
        bob.hearsAll();
        outsider.hearsAll();
        alice.sees(State.IN_CALL);
        assertThat(alice.view().party().name()).isEqualTo("Jeanne");
        assertThat(alice.view().details().with()).containsExactly(new Named("Bob Moreau", "102"));
        assertThat(bob.view().details().with()).containsExactly(new Named("Alice Durand", "101"));
    }

    @Test
    void whoeverLeavesLeavesTheOthersTalking() {
        three();
        alice.hangsUp();
        outsider.hears(bob);
        bob.hears(outsider);
        bob.seesParty("Jeanne", Party.OUTSIDE_NUMBER, "");
        bob.hangsUp();
        call.isOver();

        Scenario other = new Scenario();
        other.outsider.calls("+15550100101");
        other.alice.answers();
        other.alice.asks("102");
        other.bob.answers();
        other.alice.bringsAllTogether();
        other.outsider.hangsUp();
        other.alice.hears(other.bob);
        other.bob.hears(other.alice);
        other.alice.seesParty("Bob Moreau", "102", "");
    }

    @Test
    void aFourthIsAskedWhileTheOthersTalkOn() {
        three();
        alice.asks("103");
        outsider.hearsAll();
        carol.answers();
        carol.hears(alice);
        alice.hears(carol);
        alice.bringsAllTogether();
        carol.hearsAll();
        alice.hearsAll();
        assertThat(carol.view().details().with()).hasSize(2);
    }

    @Test
    void whoeverAskedAFourthMayLeaveHimInHisPlace() {
        three();
        alice.asks("103");
        carol.answers();
        alice.completes();
        alice.isOut(EndReason.TRANSFERRED);
        carol.hearsAll();
        bob.hearsAll();
    }

    @Test
    void onlyWhoeverAnsweredIsBroughtIn() {
        outsider.calls("+15550100101");
        alice.answers();
        alice.asks("102");
        alice.bringsAllTogether();
        outsider.hearsMusic();
    }

    @Test
    void aRestartLeavesThosePagesTogetherThatComeBack() {
        call.aliceTalksToBob();
        alice.asks("103");
        carol.answers();
        alice.bringsAllTogether();
        call.serverRestarts();
        alice.sees(State.RECONNECTING);
        alice.isBack();
        bob.isBack();
        carol.isBack();
        alice.hearsAll();
        carol.hearsAll();
    }
}
