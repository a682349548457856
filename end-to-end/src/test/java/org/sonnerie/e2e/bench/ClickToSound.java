package org.sonnerie.e2e.bench;

import java.util.ArrayList;
import java.util.List;
import org.sonnerie.e2e.browser.Browsers;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.sound.Voice;

/** From the click on Answer to the first sound of the caller, on one clock. */
final class ClickToSound {
    private static final int CALLS = 20;
    private static final Voice ALICE = new Voice("alice", 1).steady();
    private static final Voice BOB = new Voice("bob", 2).steady();

    private ClickToSound() {}

    static List<Double> measure(String address) {
        List<Double> millis = new ArrayList<>();
        try (Browsers browsers = Browsers.open();
                PhonePage alice = PhonePage.signIn("alice", address, browsers.fresh(ALICE));
                PhonePage bob = PhonePage.signIn("bob", address, browsers.fresh(BOB))) {
            for (int i = 0; i < CALLS; i++) {
                alice.calls("102");
                bob.awaitRinging();
                millis.add(bob.answersUntilSound());
                alice.press("Hang up");
                bob.awaitState("Ended");
                alice.awaitNoCall();
                bob.awaitNoCall();
            }
        }
        return millis;
    }
}
