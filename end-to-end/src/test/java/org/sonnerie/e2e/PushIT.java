package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.browser.WorkerWindow;
import org.sonnerie.e2e.product.PushService;
import org.sonnerie.e2e.product.Sonnerie;

/**
 * A browser rings although no page of the phone is open. The browser's own push service is the
 * maker's and not for tests: one of the test's own takes the message, and the browser is handed
 * what it held.
 */
@ExtendWith(Stage.Extension.class)
class PushIT {
    /** What the browser's push service gives is the test's own. */
    private static String subscribes(String described) {
        return """
        (() => {
          const described = %s;
          let now = null;
          const made = (options) => ({
            endpoint: described.endpoint,
            options,
            toJSON: () => described,
            unsubscribe: async () => { now = null; return true; },
          });
          PushManager.prototype.subscribe = async (options) => (now = made(options));
          PushManager.prototype.getSubscription = async () => now;
        })();
        """
                .formatted(described);
    }

    @Test
    void aCallWakesTheBrowserAndIsAnsweredAndAnotherMissed(Stage stage) {
        Sonnerie sonnerie = stage.opened(Sonnerie.start(Map.of("SONNERIE_PUSH_INSIDE", "true")));
        PushService service = stage.opened(PushService.open());
        BrowserContext context = stage.browsers().fresh(ALICE);
        stage.opened(context);
        context.addInitScript(subscribes(service.subscription()));
        PhonePage asleep = PhonePage.signIn("alice", sonnerie.address(), context);
        asleep.goTo("Devices");
        context.grantPermissions(List.of("microphone", "notifications"));
        Locator rings = asleep.page().getByLabel("Ring this computer while the page sleeps");
        rings.click();
        // The browser and the server are asked first.
        asleep.page().waitForCondition(rings::isChecked);
        WorkerWindow window = new WorkerWindow(context, sonnerie.address());
        asleep.page().close();

        PhonePage bob = stage.phone(BOB, sonnerie.address());
        bob.calls("101");
        window.deliver(service.message());
        assertThat(window.awaitShown()).isEqualTo("Bob is calling|Answer|Decline");
        bob.awaitState("Ringing");
        window.press("answer");
        String path = window.opened();
        assertThat(path).startsWith("/phone#answer=");
        PhonePage alice = asleep.tabAt(path);
        alice.awaitState("In call");
        bob.awaitState("In call");
        stage.listen(bob).untilOnly("alice");
        stage.listen(alice).untilOnly("bob");
        // Other browsers of hers would ring on.
        assertThat(service.message()).contains("\"gone\"", "answered elsewhere");
        bob.press("Hang up");
        alice.awaitState("Ended");
        alice.page().close();
        bob.awaitNoCall();

        bob.calls("101");
        window.deliver(service.message());
        bob.awaitState("Ringing");
        bob.press("Hang up");
        window.deliver(service.message());
        assertThat(window.awaitShown()).isEqualTo("Missed call from Bob");
    }
}
