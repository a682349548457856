package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.MUSIC;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.SoftCarrier;
import org.sonnerie.e2e.sound.Listener;

/** Alice reloads her page in the middle of a call. */
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
        List<?> gap = atBob.untilAndAllBefore("alice again", s -> s.hearsOnly("alice"));
        assertThat(gap.size()).as("seconds without Alice").isLessThanOrEqualTo(4);
        stage.listen(alice).untilOnly("bob");
        alice.press("Hang up");
        bob.awaitState("Ended");
    }
}
