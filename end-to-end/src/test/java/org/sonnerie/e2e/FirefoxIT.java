package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.ASKED_FOR_PIN;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.GREETING;
import static org.sonnerie.e2e.Cast.MUSIC;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.Baresip;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.SoftCarrier;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.firefox.FirefoxPhone;
import org.sonnerie.e2e.firefox.Workplace;
import org.sonnerie.e2e.firefox.Workplace.Hindrance;
import org.sonnerie.e2e.sound.G711;
import org.sonnerie.e2e.sound.Listener;

/** Alice has Firefox; it hears by a microphone and sounds on a speaker that are real to it. */
@WholeMachine
@ExtendWith(Stage.Extension.class)
class FirefoxIT {
    private static final String ALICES_NUMBER = "+15550100101";

    @Test
    void theEchoTestGivesBackWhatIsSaid(Stage stage) {
        FirefoxPhone alice = stage.phone(ALICE, stage.alicesFirefox());
        alice.calls("*43");
        alice.awaitState("In call");
        stage.listen(alice).untilOnly("alice");
        alice.press("Hang up");
        alice.awaitState("Ended");
    }

    @Test
    void sheCallsChromiumAndMutesAndHolds(Stage stage) {
        FirefoxPhone alice = stage.phone(ALICE, stage.alicesFirefox());
        PhonePage bob = stage.phone(BOB);
        alice.calls("102");
        alice.awaitState("Ringing");
        bob.answers();
        alice.awaitState("In call");
        Listener atAlice = stage.listen(alice);
        Listener atBob = stage.listen(bob);
        atAlice.untilOnly("bob");
        atBob.untilOnly("alice");

        alice.press("Mute");
        atBob.fromNow().until("nobody", second -> second.hearsOnly());
        atAlice.fromNow().untilOnly("bob");
        alice.press("Unmute");
        atBob.fromNow().untilOnly("alice");

        alice.press("Hold");
        alice.awaitState("On hold");
        atBob.fromNow().untilOnly(MUSIC);
        alice.press("Resume");
        alice.awaitState("In call");
        atBob.fromNow().untilOnly("alice");
        atAlice.fromNow().untilOnly("bob");
        alice.press("Hang up");
        bob.awaitState("Ended");
    }

    @Test
    void chromiumCallsHerAndHolds(Stage stage) {
        FirefoxPhone alice = stage.phone(ALICE, stage.alicesFirefox());
        PhonePage bob = stage.phone(BOB);
        bob.calls("101");
        bob.awaitState("Ringing");
        alice.answers();
        bob.awaitState("In call");
        Listener atAlice = stage.listen(alice);
        atAlice.untilOnly("bob");
        stage.listen(bob).untilOnly("alice");
        bob.press("Hold");
        atAlice.fromNow().untilOnly(MUSIC);
        bob.press("Hang up");
        alice.awaitState("Ended");
    }

    @Test
    void sheCallsAnotherFirefoxAndBothHearEachOther(Stage stage) {
        FirefoxPhone alice = stage.phone(ALICE, stage.alicesFirefox());
        Workplace other = stage.opened(Workplace.of(BOB, Hindrance.NONE));
        FirefoxPhone bob = stage.phone(BOB, other);
        alice.calls("102");
        bob.answers();
        alice.awaitState("In call");
        Listener atAlice = stage.listen(alice);
        Listener atBob = stage.listen(bob);
        atAlice.untilOnly("bob");
        atBob.untilOnly("alice");
        bob.press("Hold");
        atAlice.fromNow().untilOnly(MUSIC);
        bob.press("Resume");
        atAlice.fromNow().untilOnly("bob");
        atBob.fromNow().untilOnly("alice");
        bob.press("Hang up");
        alice.awaitState("Ended");
    }

    @Test
    void theCarrierCallsHerAndHearsHerKeys(Stage stage) {
        FirefoxPhone alice = stage.phone(ALICE, stage.alicesFirefox());
        SoftCall call =
                stage.carrier()
                        .call(ALICES_NUMBER, stage.sonnerie().port("sip"), Terms.of(OUTSIDE));
        alice.answers();
        call.awaitAnswered();
        stage.listen(alice).untilOnly("outside");
        stage.listen(call.line()).untilOnly("alice");
        alice.presses("42#");
        call.awaitPressed("42#");
        call.hangUp();
        alice.awaitState("Ended");
    }

    @Test
    void sheCallsBaresipAtTheCarrier(Stage stage) {
        FirefoxPhone alice = stage.phone(ALICE, stage.alicesFirefox());
        int port = stage.sonnerie().carrierPort();
        Baresip baresip = stage.opened(Baresip.answering("+33145678901", port, OUTSIDE, G711.PCMA));
        alice.calls("0145678901");
        alice.awaitState("In call");
        stage.listen(alice).untilOnly("outside");
        stage.listen(baresip).untilOnly("alice");
        alice.press("Hang up");
        alice.awaitState("Ended");
    }

    @Test
    void aKeyLeadsThroughTheMenu(Stage stage) {
        FirefoxPhone alice = stage.phone(ALICE, stage.alicesFirefox());
        alice.calls("100");
        Listener atAlice = stage.listen(alice);
        atAlice.untilOnly(GREETING);
        alice.presses("4");
        atAlice.untilSaid(ASKED_FOR_PIN);
        alice.press("Hang up");
        alice.awaitState("Ended");
    }

    @Test
    void aReloadIsAPauseOfTheSameCall(Stage stage) {
        FirefoxPhone alice = stage.phone(ALICE, stage.alicesFirefox());
        SoftCarrier carrier = stage.carrier();
        alice.calls("0145678901");
        SoftCall call = carrier.awaitCall().awaitAnswered();
        alice.awaitState("In call");
        Listener outside = stage.listen(call.line());
        outside.untilOnly("alice");
        stage.listen(alice).untilOnly("outside");
        String callBefore = alice.lastCall().get("id").getAsString();

        alice.reload();
        alice.awaitState("In call");
        outside.fromNow().untilOnly("alice");
        stage.listen(alice).untilOnly("outside");
        assertThat(alice.lastCall().get("id").getAsString()).isEqualTo(callBefore);
        assertThat(call.requests()).doesNotContain("BYE", "CANCEL");
        alice.press("Hang up");
        call.awaitEnded();
    }

    @Test
    void aClosedTabIsHoldMusicAndAnotherTakesTheCall(Stage stage) {
        FirefoxPhone alice = stage.phone(ALICE, stage.alicesFirefox());
        PhonePage bob = stage.phone(BOB);
        alice.calls("102");
        bob.answers();
        Listener atBob = stage.listen(bob);
        atBob.untilOnly("alice");

        alice.closeTab();
        atBob.fromNow().untilOnly(MUSIC);
        alice.openAgain();
        alice.awaitState("In call");
        atBob.fromNow().untilOnly("alice");
        stage.listen(alice).untilOnly("bob");
        bob.press("Hang up");
        alice.awaitState("Ended");
    }
}
