package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallView.State;

/** Park, retrieve, pick up. */
final class ParkingTest {
    private final Scenario call = new Scenario();
    private final Party alice = call.alice;
    private final Party bob = call.bob;
    private final Party carol = call.carol;
    private final Party outsider = call.outsider;

    private void parked() {
        outsider.calls("+15550100101");
        alice.answers();
        alice.parksOn("701");
    }

    @Test
    void theCallerWaitsWithMusicAndThePersonSeesWhere() {
        parked();
        outsider.hearsMusic();
        alice.hearsPrompts("parked-at", "number-7", "number-0", "number-1");
        alice.sees(State.PARKED);
        alice.hearsItOut();
        alice.isOut(EndReason.RETRIEVED);
        alice.sees(State.PARKED);
        assertThat(alice.view().details().slot()).contains("701");
        assertThat(call.call().slot()).contains("701");
    }

    @Test
    void whoParksNeedNotHearTheSlotOut() {
        parked();
        alice.hangsUp();
        alice.isOut(EndReason.RETRIEVED);
        alice.sees(State.PARKED);
        outsider.hearsMusic();
        call.goesOn();
    }

    @Test
    void aPageThatIsLostHearsNoSlot() {
        parked();
        alice.losesThePage();
        alice.isOut(EndReason.RETRIEVED);
        outsider.hearsMusic();
    }

    @Test
    void wordsWhoseEndIsNotToldEndByThemselves() {
        parked();
        call.passes(14.9);
        alice.hearsPrompts("parked-at", "number-7", "number-0", "number-1");
        call.passes(0.1);
        alice.isOut(EndReason.RETRIEVED);
        outsider.hearsMusic();
    }

    /** What nobody tells the relay to end stays there for ever; found by a history. */
    @Test
    void aParkedPageThatDoesNotComeBackEndsTheWordsToo() {
        call.aliceTalksToBob();
        bob.losesThePage();
        call.passes(55);
        alice.parksOn("701");
        call.passes(5);
        alice.isOut(EndReason.PAGE_LOST);
        bob.isOut(EndReason.PAGE_LOST);
    }

    @Test
    void whoParkedTakesItBackWhileHeIsStillBeingTold() {
        parked();
        alice.takes(Way.RETRIEVE);
        alice.hears(outsider);
        outsider.hears(alice);
    }

    @Test
    void aRestartEndsTheWords() {
        call.aliceTalksToBob();
        bob.parksOn("702");
        call.serverRestarts();
        assertThat(call.call().sounds().parting()).isEmpty();
        assertThat(call.call().slot()).contains("702");
    }

    @Test
    void whoeverRetrievesItHasIt() {
        parked();
        bob.takes(Way.RETRIEVE);
        bob.hears(outsider);
        outsider.hears(bob);
        bob.sees(State.IN_CALL);
        bob.seesParty("Jeanne", Party.OUTSIDE_NUMBER, "");
        alice.seesEnded(EndReason.RETRIEVED);
        assertThat(call.call().slot()).isEmpty();
        bob.hangsUp();
        call.isOver();
    }

    @Test
    void whatNobodyRetrievesInAMinuteGoesBack() {
        parked();
        call.passes(59.9);
        outsider.hearsMusic();
        call.passes(0.2);
        alice.sees(State.RINGING);
        alice.seesCard(Card.Kind.RETURNED, "", "701", "");
        alice.answers();
        alice.hears(outsider);
    }

    @Test
    void whoWaitsMayHangUp() {
        parked();
        outsider.hangsUp();
        call.isOver();
        alice.seesEnded(EndReason.HUNG_UP);
    }

    @Test
    void aPhoneThatRingsElsewhereIsPickedUp() {
        outsider.calls("+15550100101");
        alice.rings();
        carol.takes(Way.PICKUP);
        alice.isOut(EndReason.ANSWERED_ELSEWHERE);
        outsider.isAnswered();
        carol.hears(outsider);
        outsider.hears(carol);
        carol.seesParty("Jeanne", Party.OUTSIDE_NUMBER, "");
    }

    @Test
    void whatDoesNotRingOrWaitIsNotTaken() {
        call.aliceTalksToBob();
        int legs = call.call().legs().size();
        carol.takes(Way.PICKUP);
        carol.takes(Way.RETRIEVE);
        assertThat(call.call().legs()).hasSize(legs);
        alice.hears(bob);
    }

    @Test
    void aCallThatRingsOutsideIsNobodysToTake() {
        alice.dials("0145678901");
        outsider.rings();
        int legs = call.call().legs().size();
        carol.takes(Way.PICKUP);
        assertThat(call.call().legs()).hasSize(legs);
    }

    @Test
    void aTransferThatRingsIsPickedUpAndDoesNotComeBack() {
        outsider.calls("+15550100101");
        alice.answers();
        alice.transfersTo("102", "Cake");
        bob.rings();
        carol.takes(Way.PICKUP);
        carol.hears(outsider);
        carol.seesCard(Card.Kind.TRANSFERRED, "Alice Durand", "101", "Cake");
        call.passes(60);
        carol.hears(outsider);
    }
}
