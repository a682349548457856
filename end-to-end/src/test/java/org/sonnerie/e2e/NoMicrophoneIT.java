package org.sonnerie.e2e;

import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.VOICEMAIL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.Browsers;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.chromium.SleepyChromium;
import org.sonnerie.e2e.chromium.SleepyTab;

/** Alice's computer has no microphone at all. */
@ExtendWith(Stage.Extension.class)
class NoMicrophoneIT {
    @Test
    void sheIsToldWhatToDoAndCallsToHerGoTheNextWay(Stage stage) {
        SleepyChromium chromium =
                stage.opened(SleepyChromium.startWithoutMicrophone(Browsers.chromium()));
        SleepyTab alice = chromium.open("");
        alice.comesIn("alice", stage.sonnerie().address());
        alice.awaitText("Cannot ring: no microphone was found");
        PhonePage bob = stage.phone(BOB);
        bob.calls("101");
        stage.listen(bob).untilSaid(VOICEMAIL);
        bob.press("Hang up");
        bob.awaitNoCall();

        alice.calls("102");
        alice.awaitText("No microphone was found: plug one in, then try again");
    }
}
