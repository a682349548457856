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

/** Who calls is told outside the page while that is out of sight, and answered there. */
@ExtendWith(Stage.Extension.class)
class NotificationIT {
    /** The person looks at another window. */
    private static final String AWAY =
            "() => { document.hasFocus = () => false; window.dispatchEvent(new Event('blur')); }";

    private static final String BACK =
            "() => { document.hasFocus = () => true; window.dispatchEvent(new Event('focus')); }";

    @Test
    void theButtonsOfANotificationAnswerAndDecline(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        PhoneWorker bobs = allow(bob);
        bob.page().evaluate(AWAY);
        alice.calls("102");
        assertThat(bobs.awaitShown()).isEqualTo("Alice is calling|Answer|Decline");
        bobs.press("answer");
        alice.awaitState("In call");
        bob.awaitState("In call");
        stage.listen(alice).untilOnly("bob");
        stage.listen(bob).untilOnly("alice");
        bobs.awaitNone();
        alice.press("Hang up");
        bob.awaitState("Ended");
        alice.awaitNoCall();

        alice.calls("102");
        assertThat(bobs.awaitShown()).isEqualTo("Alice is calling|Answer|Decline");
        bobs.press("decline");
        // His mailbox answers.
        alice.awaitState("In call");
        bobs.awaitNone();
        bob.awaitQuiet();
    }

    @Test
    void aNotificationGoesWithTheCallAndWhenThePageIsLookedAt(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        PhoneWorker bobs = allow(bob);
        alice.calls("102");
        bob.awaitRinging();
        bobs.awaitNone();
        bob.page().evaluate(AWAY);
        assertThat(bobs.awaitShown()).isNotEmpty();
        bob.page().evaluate(BACK);
        bobs.awaitNone();
        bob.page().evaluate(AWAY);
        assertThat(bobs.awaitShown()).isNotEmpty();
        alice.press("Hang up");
        bobs.awaitNone();
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
    private static PhoneWorker allow(PhonePage phone) {
        phone.goTo("Devices");
        phone.page().context().grantPermissions(List.of("microphone", "notifications"));
        phone.awaitText("While this page is out of sight, a notification says who calls");
        PhoneWorker worker = new PhoneWorker(phone.page());
        worker.follow();
        return worker;
    }
}
