package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.MUSIC;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.SoftCarrier;
import org.sonnerie.e2e.sound.Listener;

/** Alice reloads her page in the middle of a call. */
@WholeMachine
@ExtendWith(Stage.Extension.class)
class ReloadIT {
    @Test
    void theCarrierHearsMusicThenAliceInTheSameCall(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        SoftCarrier carrier = stage.carrier();
        alice.calls("0145678901");
        SoftCall call = carrier.awaitCall().awaitAnswered();
        alice.awaitState("In call");
        Listener outside = stage.listen(call.line());
        outside.untilOnly("alice");
        stage.listen(alice).untilOnly("outside");
        String callBefore = alice.lastCall().get("id").getAsString();

        outside.fromNow();
        alice.page().navigate("about:blank");
        outside.untilOnly(MUSIC);
        alice.page().navigate(stage.sonnerie().address() + "/phone");
        alice.awaitState("In call");
        outside.untilOnly("alice");
        stage.listen(alice).untilOnly("outside");

        assertThat(alice.lastCall().get("id").getAsString()).isEqualTo(callBefore);
        assertThat(call.ended()).isFalse();
        assertThat(call.requests()).doesNotContain("BYE", "CANCEL");
        alice.press("Hang up");
        call.awaitEnded();
    }

    @Test
    void bothHearEachOtherAgainWithinThreeSeconds(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        alice.calls("102");
        bob.answers();
        Listener atBob = stage.listen(bob);
        atBob.untilOnly("alice");
        stage.listen(alice).untilOnly("bob");

        atBob.fromNow();
        alice.reload();
        Instant loaded = alice.watch().loadedAt();
        Instant bobHeard = alice.watch().firstSoundAt();
        Instant aliceHeard = bob.ear().heardAt(atBob.onset("alice")).orElseThrow();
        assertWithinThreeSeconds("Alice hears Bob", loaded, bobHeard);
        assertWithinThreeSeconds("Bob hears Alice", loaded, aliceHeard);
        stage.listen(alice).untilOnly("bob");
        stage.listen(bob).untilOnly("alice");
        alice.press("Hang up");
        bob.awaitState("Ended");
    }

    private static void assertWithinThreeSeconds(String what, Instant from, Instant to) {
        assertThat(Duration.between(from, to))
                .as("%s again, from the beginning of the page's load", what)
                .isBetween(Duration.ZERO, Duration.ofSeconds(3));
    }
}
