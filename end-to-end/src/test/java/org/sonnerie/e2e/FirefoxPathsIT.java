package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.MUSIC;
import static org.sonnerie.e2e.Cast.NOT_AVAILABLE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.devices.OutputEar;
import org.sonnerie.e2e.firefox.FirefoxPhone;
import org.sonnerie.e2e.firefox.Workplace;
import org.sonnerie.e2e.firefox.Workplace.Hindrance;
import org.sonnerie.e2e.sound.Listener;
import org.sonnerie.e2e.sound.Second;
import org.sonnerie.e2e.sound.Tone;

/** Firefox where something is in its way. */
@WholeMachine
@ExtendWith(Stage.Extension.class)
class FirefoxPathsIT {
    private static final Tone RING_LOW = Tone.of(587);

    private static final String SOUND_LOCKED = "Cannot ring: sound is locked, click here";
    private static final String ASKED = "Your browser asks about the microphone: allow it";

    /** Seconds: longer than the pauses of ringing. */
    private static final int RING_PERIOD = 3;

    @Test
    void withoutUdpSheTalksByTcpAndAKilledFirefoxLeavesTheCallToAnother(Stage stage) {
        Workplace without = stage.opened(Workplace.of(ALICE, Hindrance.NO_UDP));
        FirefoxPhone alice = stage.phone(ALICE, without);
        PhonePage bob = stage.phone(BOB);
        alice.calls("102");
        bob.answers();
        Listener atBob = stage.listen(bob);
        atBob.untilOnly("alice");
        stage.listen(alice).untilOnly("bob");
        assertThat(alice.selectedPair().protocol()).isEqualTo("tcp");

        without.killFirefox();
        atBob.fromNow().untilOnly(MUSIC);
        FirefoxPhone again = stage.phone(ALICE, stage.alicesFirefox());
        again.awaitState("In call");
        atBob.fromNow().untilOnly("alice");
        stage.listen(again).untilOnly("bob");
        assertThat(again.selectedPair().protocol()).isEqualTo("udp");
        again.press("Hang up");
        bob.awaitState("Ended");
    }

    @Test
    void whoDeniesTheMicrophoneIsToldSoAndIsNotRung(Stage stage) {
        Workplace denying = stage.opened(Workplace.of(ALICE, Hindrance.MICROPHONE_DENIED));
        FirefoxPhone alice = stage.opened(denying.signIn("alice", stage.sonnerie().address()));
        alice.awaitText("Cannot ring: the microphone is not allowed");
        PhonePage bob = stage.phone(BOB);
        bob.calls("101");
        stage.listen(bob).untilSaid(NOT_AVAILABLE);
        assertThat(alice.reachable()).isFalse();
        bob.press("Hang up");

        alice.calls("*43");
        alice.awaitText("The microphone is not allowed");
    }

    @Test
    void whileFirefoxAsksAboutTheMicrophoneThePageSaysSoAndTheCallGoesOnOnceItIsAllowed(
            Stage stage) {
        Workplace asked = stage.opened(Workplace.of(ALICE, Hindrance.MICROPHONE_ASKED));
        FirefoxPhone alice = stage.opened(asked.signIn("alice", stage.sonnerie().address()));
        alice.awaitText(SOUND_LOCKED);
        alice.calls("102");
        alice.awaitText(ASKED);
        alice.awaitState("Calling");
        alice.press("Hang up");
        alice.awaitState("Ended");
        alice.awaitText(ASKED);

        PhonePage bob = stage.phone(BOB);
        alice.calls("102");
        asked.allowsWhatIsAsked();
        bob.answers();
        alice.awaitState("In call");
        stage.listen(bob).untilOnly("alice");
        stage.listen(alice).untilOnly("bob");
        bob.press("Hang up");
        alice.awaitState("Ended");
        alice.awaitReachable();
    }

    @Test
    void whoRefusesTheMicrophoneWhenAskedIsToldSo(Stage stage) {
        Workplace asked = stage.opened(Workplace.of(ALICE, Hindrance.MICROPHONE_ASKED));
        FirefoxPhone alice = stage.opened(asked.signIn("alice", stage.sonnerie().address()));
        alice.press(SOUND_LOCKED);
        alice.awaitText(ASKED);
        asked.refusesWhatIsAsked();
        alice.awaitText("Cannot ring: the microphone is not allowed");
        assertThat(alice.reachable()).isFalse();
    }

    @Test
    void herPhoneIsReadyForCalls(Stage stage) {
        FirefoxPhone alice = stage.phone(ALICE, stage.alicesFirefox());
        alice.goTo("Devices");
        alice.press("Check this phone");
        alice.press("Yes, I heard it");
        alice.awaitText("% lost");
        alice.awaitText("Check again");
    }

    @Test
    void herPhoneRingsOnTheDeviceChosenForIt(Stage stage) {
        Workplace workplace = stage.alicesFirefox();
        OutputEar headset = workplace.computer().plugSpeaker("Headset");
        stage.opened(() -> workplace.computer().unplug("Headset"));
        FirefoxPhone alice = stage.phone(ALICE, workplace);
        alice.goTo("Devices");
        alice.chooses("Ringing", "Headset");
        PhonePage bob = stage.phone(BOB);
        Listener atScreen = stage.listen(alice);
        Listener atHeadset = stage.listen(headset);
        bob.calls("101");
        alice.awaitRinging();
        atHeadset.until("the ring tone", 1, second -> second.isTone(RING_LOW, 0.1));
        atScreen.fromNow().until("nothing", RING_PERIOD, Second::isSilent);
        alice.answers();
        stage.listen(alice).untilOnly("bob");
        atHeadset.fromNow().until("nothing", RING_PERIOD, Second::isSilent);
        bob.press("Hang up");
        alice.awaitState("Ended");
    }
}
