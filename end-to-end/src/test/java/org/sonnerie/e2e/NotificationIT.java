package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.browser.PhoneWorker;
import org.sonnerie.e2e.product.Await;

/** Who calls is told outside the page while that is out of sight, and answered there. */
@ExtendWith(Stage.Extension.class)
class NotificationIT {
    /** The browser's own list of what the phone's service worker shows. */
    private static final String SHOWN =
            "async () => (await (await navigator.serviceWorker.ready).getNotifications())"
                    + ".map(n => [n.title, ...n.actions.map(a => a.title)].join('|')).join()";

    /** The person looks at another window. */
    private static final String AWAY =
            "() => { document.hasFocus = () => false; window.dispatchEvent(new Event('blur')); }";

    private static final String BACK =
            "() => { document.hasFocus = () => true; window.dispatchEvent(new Event('focus')); }";

    @Test
    void theButtonsOfANotificationAnswerAndDecline(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        allow(bob);
        bob.page().evaluate(AWAY);
        alice.calls("102");
        Await.until("a notification", () -> shown(bob).equals("Alice is calling|Answer|Decline"));
        press(bob, "answer");
        alice.awaitState("In call");
        bob.awaitState("In call");
        stage.listen(alice).untilOnly("bob");
        stage.listen(bob).untilOnly("alice");
        assertThat(shown(bob)).isEmpty();
        alice.press("Hang up");
        bob.awaitState("Ended");
        alice.awaitNoCall();

        alice.calls("102");
        Await.until("a notification", () -> !shown(bob).isEmpty());
        press(bob, "decline");
        // His mailbox answers.
        alice.awaitState("In call");
        Await.until("none any more", () -> shown(bob).isEmpty());
        bob.awaitQuiet();
    }

    @Test
    void aNotificationGoesWithTheCallAndWhenThePageIsLookedAt(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        allow(bob);
        alice.calls("102");
        bob.awaitRinging();
        assertThat(shown(bob)).as("while he looks at the page").isEmpty();
        bob.page().evaluate(AWAY);
        Await.until("a notification", () -> !shown(bob).isEmpty());
        bob.page().evaluate(BACK);
        Await.until("none any more", () -> shown(bob).isEmpty());
        bob.page().evaluate(AWAY);
        Await.until("a notification", () -> !shown(bob).isEmpty());
        alice.press("Hang up");
        Await.until("none any more", () -> shown(bob).isEmpty());
    }

    @Test
    void theBrowserWouldInstallThePhone(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        Page page = alice.page();
        var browser = page.context().newCDPSession(page);
        var manifest = browser.send("Page.getAppManifest");
        assertThat(manifest.getAsJsonArray("errors")).isEmpty();
        assertThat(manifest.get("url").getAsString()).endsWith("/phone/app.webmanifest");
        var obstacles = browser.send("Page.getInstallabilityErrors");
        List<String> ids =
                obstacles.getAsJsonArray("installabilityErrors").asList().stream()
                        .map(one -> one.getAsJsonObject().get("errorId").getAsString())
                        // Each test has a browser window without a past of its own.
                        .filter(id -> !id.equals("in-incognito"))
                        .toList();
        assertThat(ids).isEmpty();
    }

    /** He allows notifications; the place `Devices` says so. */
    private static void allow(PhonePage phone) {
        phone.goTo("Devices");
        phone.page().context().grantPermissions(List.of("microphone", "notifications"));
        phone.awaitText("While this page is out of sight, a notification says who calls");
    }

    private static String shown(PhonePage phone) {
        return (String) phone.page().evaluate(SHOWN);
    }

    /** Presses a button of the notification that is shown. */
    private static void press(PhonePage phone, String action) {
        new PhoneWorker(phone.page()).press(action);
    }
}
