package org.sonnerie.e2e;

import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.MUSIC;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.Browsers;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.chromium.SleepyChromium;
import org.sonnerie.e2e.chromium.SleepyTab;
import org.sonnerie.e2e.sound.Listener;

/** Alice's laptop falls asleep in the middle of a call, for half a minute. */
@WholeMachine
@ExtendWith(Stage.Extension.class)
class SleepIT {
    private static final int SECONDS = 22;

    @Test
    void theOtherHearsMusicThenAliceInTheSameCall(Stage stage) {
        SleepyChromium laptop = stage.opened(SleepyChromium.start(Browsers.chromium(), ALICE));
        SleepyTab alice = laptop.open("");
        alice.signIn("alice", stage.sonnerie().address());
        PhonePage bob = stage.phone(BOB);
        bob.calls("101");
        alice.press("Answer");
        Listener atBob = stage.listen(bob);
        atBob.untilOnly("alice");

        laptop.fallAsleep();
        atBob.fromNow().untilOnly(MUSIC);
        atBob.until("music all the time", SECONDS, second -> second.hearsOnly(MUSIC));
        laptop.wakeUp();
        alice.awaitText("In call");
        alice.awaitText("The connection was lost for");
        atBob.fromNow().untilOnly("alice");
        bob.press("Hang up");
        alice.awaitText("Ended");
    }
}
