package org.sonnerie.e2e;

import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.VOICEMAIL;

import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.Browsers;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.chromium.SleepyChromium;
import org.sonnerie.e2e.chromium.SleepyTab;

/** Alice's browser puts her page to sleep, as browsers do with tabs in the background. */
@WholeMachine
@ExtendWith(Stage.Extension.class)
class FrozenTabIT {
    /**
     * Her other computer has none, so that it cannot ring; it is told whether she can be reached.
     */
    private static final String NO_MICROPHONE =
            """
            navigator.mediaDevices.getUserMedia =
                () => Promise.reject(new DOMException("refused", "NotAllowedError"));
            navigator.permissions.query = async () => ({ state: "denied", addEventListener() {} });
            """;

    @Test
    void itIsNotBelievedAnyMoreAndTheCallGoesTheNextWay(Stage stage) {
        SleepyTab alice = browser(stage).open("");
        alice.signIn("alice", stage.sonnerie().address());
        BrowserContext away = stage.browsers().fresh(ALICE);
        away.addInitScript(NO_MICROPHONE);
        PhonePage elsewhere =
                stage.opened(PhonePage.signIn("alice", stage.sonnerie().address(), away));
        PhonePage bob = stage.phone(BOB);
        alice.freeze();
        elsewhere.awaitUnreachable();
        bob.calls("101");
        stage.listen(bob).untilSaid(VOICEMAIL);
        bob.press("Hang up");

        alice.wake();
        elsewhere.awaitReachable();
        bob.awaitNoCall();
        bob.calls("101");
        alice.press("Answer");
        stage.listen(bob).untilOnly("alice");
        bob.press("Hang up");
    }

    @Test
    void anotherTabRingsInItsPlaceAndAnswers(Stage stage) {
        SleepyChromium chromium = browser(stage);
        SleepyTab first = chromium.open(TabsIT.NOTES);
        first.signIn("alice", stage.sonnerie().address());
        SleepyTab second = chromium.open(TabsIT.NOTES);
        second.opens(stage.sonnerie().address() + "/phone");
        second.awaitPhone();
        PhonePage bob = stage.phone(BOB);
        first.freeze();
        bob.calls("101");
        second.await("window.notes > 0");
        second.press("Answer");
        stage.listen(bob).untilOnly("alice");

        first.wake();
        first.awaitText("The sound of this call is in another tab of this browser.");
        stage.listen(bob).untilOnly("alice");
        first.press("Hang up");
        bob.awaitState("Ended");
    }

    private static SleepyChromium browser(Stage stage) {
        return stage.opened(SleepyChromium.start(Browsers.chromium(), ALICE));
    }
}
