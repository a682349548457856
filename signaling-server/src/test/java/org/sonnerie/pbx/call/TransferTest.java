package org.sonnerie.pbx.call;

import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallView.State;

/** Blind and attended transfer, and what comes back. */
final class TransferTest {
    private final Scenario call = new Scenario();
    private final Party alice = call.alice;
    private final Party bob = call.bob;
    private final Party carol = call.carol;
    private final Party outsider = call.outsider;

    private void outsiderTalksToAlice() {
        outsider.calls("+15550100101");
        alice.rings();
        alice.answers();
    }

    @Test
    void theCalleeHandsTheCallerOn() {
        outsiderTalksToAlice();
        alice.transfersTo("102", "About the cake");
        alice.isOut(EndReason.TRANSFERRED);
        alice.seesEnded(EndReason.TRANSFERRED);
        alice.seesParty("Jeanne", Party.OUTSIDE_NUMBER, "");
        bob.isRung();
        outsider.hearsTone(CallEffect.ToneKind.RING_BACK);
        bob.seesParty("Jeanne", Party.OUTSIDE_NUMBER, "");
        bob.seesCard(Card.Kind.TRANSFERRED, "Alice Durand", "101", "About the cake");
        bob.answers();
        outsider.hears(bob);
        bob.hears(outsider);
        bob.seesCard(Card.Kind.TRANSFERRED, "Alice Durand", "101", "About the cake");
        outsider.hangsUp();
        call.isOver();
    }

    @Test
    void theCallerHandsTheCalleeOn() {
        call.aliceTalksToBob();
        alice.transfersTo("103");
        bob.hearsTone(CallEffect.ToneKind.RING_BACK);
        carol.answers();
        carol.hears(bob);
        bob.hears(carol);
        bob.seesParty("Carol Petit", "103", "");
        carol.seesParty("Bob Moreau", "102", "");
        carol.hangsUp();
        call.isOver();
    }

    @Test
    void whatNobodyTakesInTwentySecondsGoesBackLabelled() {
        outsiderTalksToAlice();
        alice.transfersTo("102", "Urgent");
        bob.rings();
        call.passes(19.9);
        outsider.hearsTone(CallEffect.ToneKind.RING_BACK);
        call.passes(0.2);
        bob.isOut(EndReason.NO_ANSWER);
        alice.sees(State.RINGING);
        alice.seesCard(Card.Kind.RETURNED, "Bob Moreau", "102", "Urgent");
        alice.answers();
        alice.hears(outsider);
        outsider.hears(alice);
    }

    @Test
    void whatIsDeclinedGoesBackAtOnceAndNotForEver() {
        outsiderTalksToAlice();
        alice.transfersTo("102");
        bob.declines();
        alice.sees(State.RINGING);
        alice.declines();
        outsider.hearsPrompts("not-available");
        outsider.hearsItOut();
        call.isOver();
    }

    @Test
    void aCallCanBeHandedToAMenuARoomAndTheNetwork() {
        outsiderTalksToAlice();
        alice.transfersTo("100");
        outsider.hearsPrompts("menu-welcome");
        outsider.presses("4");
        call.passes(2);
        outsider.hearsPrompts("conference-pin");

        Scenario out = new Scenario();
        out.aliceTalksToBob();
        out.bob.transfersTo("0145678901");
        out.outsider.rings();
        out.outsider.answers();
        out.outsider.hears(out.alice);
    }

    @Test
    void somebodyIsAskedWhileTheCallerWaits() {
        outsiderTalksToAlice();
        alice.asks("102", "Wants a cake");
        outsider.hearsMusic();
        alice.sees(State.IN_CALL);
        alice.seesAsked("Bob Moreau", State.CALLING);
        bob.rings();
        alice.seesAsked("Bob Moreau", State.RINGING);
        alice.hearsTone(CallEffect.ToneKind.RING_BACK);
        bob.seesParty("Alice Durand", "101", "");
        bob.seesCard(Card.Kind.CONSULTATION, "Jeanne", Party.OUTSIDE_NUMBER, "Wants a cake");
        bob.answers();
        alice.hears(bob);
        bob.hears(alice);
        outsider.hearsMusic();
        alice.completes();
        alice.isOut(EndReason.TRANSFERRED);
        outsider.hears(bob);
        bob.hears(outsider);
        bob.seesParty("Jeanne", Party.OUTSIDE_NUMBER, "");
        bob.seesCard(Card.Kind.TRANSFERRED, "Alice Durand", "101", "Wants a cake");
        bob.hangsUp();
        call.isOver();
    }

    @Test
    void hangingUpWhileAskingPutsThrough() {
        outsiderTalksToAlice();
        alice.asks("102");
        bob.rings();
        alice.hangsUp();
        outsider.hearsTone(CallEffect.ToneKind.RING_BACK);
        bob.answers();
        outsider.hears(bob);
    }

    @Test
    void aCallPutThroughWhileItRingsComesBackIfNobodyAnswers() {
        outsiderTalksToAlice();
        alice.asks("102");
        bob.rings();
        alice.completes();
        call.passes(20);
        alice.sees(State.RINGING);
        alice.seesCard(Card.Kind.RETURNED, "Bob Moreau", "102", "");
    }

    @Test
    void theCallerIsTakenBack() {
        outsiderTalksToAlice();
        alice.asks("102");
        bob.answers();
        alice.cancels();
        bob.isOut(EndReason.CANCELLED);
        alice.hears(outsider);
        outsider.hears(alice);
        alice.asksNobody();
    }

    @Test
    void whoeverIsAskedInVainLeavesTheCallerToThePerson() {
        outsiderTalksToAlice();
        alice.asks("102");
        bob.declines();
        alice.seesAsked("Bob Moreau", State.ENDED);
        alice.hearsTone(CallEffect.ToneKind.BUSY);
        outsider.hearsMusic();
        alice.completes();
        call.goesOn();
        call.passes(5);
        alice.asksNobody();
        alice.hears(outsider);
    }

    @Test
    void whoWaitsMayHangUpAndTheOtherTwoGoOn() {
        outsiderTalksToAlice();
        alice.asks("102");
        bob.answers();
        outsider.hangsUp();
        alice.hears(bob);
        bob.hears(alice);
        alice.seesParty("Bob Moreau", "102", "");
        bob.seesNoCard();
        bob.hangsUp();
        call.isOver();
    }

    @Test
    void aReloadWhileAskingDisturbsNobody() {
        outsiderTalksToAlice();
        alice.asks("102");
        bob.answers();
        alice.losesThePage();
        bob.hearsMusic();
        outsider.hearsMusic();
        alice.isBack();
        alice.hears(bob);
        alice.losesThePage();
        call.passes(61);
        outsider.hears(bob);
        bob.hears(outsider);
    }

    @Test
    void nobodyIsHandedToHimself() {
        call.aliceTalksToBob();
        alice.transfersTo("102");
        alice.sees(State.RINGING);
        alice.seesCard(Card.Kind.RETURNED, "Bob Moreau", "102", "");
    }

    @Test
    void onlyWhoTalksToAPartyCanHandItOn() {
        call.alice.dials("*44");
        alice.transfersTo("102");
        alice.hearsMusic();
        alice.asks("102");
        alice.asksNobody();
    }

    @Test
    void aHoldEndsWithTheTransfer() {
        outsiderTalksToAlice();
        alice.holds();
        outsider.hearsMusic();
        alice.transfersTo("102");
        bob.answers();
        bob.hears(outsider);
        outsider.hears(bob);
    }
}
