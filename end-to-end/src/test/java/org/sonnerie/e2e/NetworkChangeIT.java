package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.MUSIC;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.product.Cable;
import org.sonnerie.e2e.product.LossyProxy;
import org.sonnerie.e2e.sound.Listener;

/**
 * Alice's computer leaves its network in the middle of a call, and joins another one a while later:
 * what was open stays open, and nothing comes through it any more.
 */
@WholeMachine
@ExtendWith(Stage.Extension.class)
class NetworkChangeIT {
    private static final long SEED = 20_261_127;

    @Test
    void theOtherHearsMusicThenAliceInTheSameCall(Stage stage) {
        Cable cable = stage.opened(Cable.before(stage.sonnerie().port("http")));
        LossyProxy radio = stage.opened(LossyProxy.before(stage.sonnerie().port("media"), SEED));
        PhonePage alice = stage.phone(ALICE, cable.address());
        alice.ear().goThrough("127.0.0.1", radio.port());
        PhonePage bob = stage.phone(BOB);
        alice.calls("102");
        bob.answers();
        Listener atBob = stage.listen(bob);
        atBob.untilOnly("alice");
        stage.listen(alice).untilOnly("bob");
        String callBefore = alice.lastCall().get("id").getAsString();

        cable.cut();
        radio.become(1, 0);
        alice.awaitState("Reconnecting");
        atBob.fromNow().untilOnly(MUSIC);

        LossyProxy other = stage.opened(LossyProxy.before(stage.sonnerie().port("media"), SEED));
        alice.ear().goThrough("127.0.0.1", other.port());
        cable.mend();
        // The system tells its browsers so; a test has no other network to give them.
        alice.page().evaluate("() => dispatchEvent(new Event('online'))");
        alice.awaitState("In call");
        alice.awaitText("The connection was lost for");
        atBob.fromNow().untilOnly("alice");
        stage.listen(alice).untilOnly("bob");

        assertThat(alice.lastCall().get("id").getAsString()).isEqualTo(callBefore);
        assertThat(other.passed()).isPositive();
        alice.press("Hang up");
        bob.awaitState("Ended");
    }
}
