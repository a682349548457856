package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.MUSIC;
import static org.sonnerie.e2e.Cast.NOBODY;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.Looks;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Await;

/** An admin sees what goes on without touching anything. */
@ExtendWith(Stage.Extension.class)
class LiveCallsIT {
    private static final String SUPPORT_NUMBER = "+15550100300";
    private static final String KEEPS_UP = "[data-stream=on]";

    private static Page open(Stage stage, String locale, String path) {
        Page page = stage.opened(stage.browsers().fresh(NOBODY, locale)).newPage();
        page.navigate(stage.sonnerie().address() + "/login");
        page.locator("#username").fill("admin");
        page.locator("#password").fill("sonnerie-demo");
        page.locator("form[action='/login'] button").click();
        page.locator("nav").waitFor();
        page.navigate(stage.sonnerie().address() + path);
        page.locator(KEEPS_UP).waitFor();
        return page;
    }

    private static Locator row(Page page, String name) {
        return page.locator("[data-list=calls] > tr")
                .filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void awaitGone(Locator what) {
        what.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    @Test
    void aCallAppearsCountsAndGoesWithoutAReload(Stage stage) {
        Page page = open(stage, "en-GB", "/admin/live");
        page.evaluate("() => { window.neverReloaded = true; }");
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);

        alice.calls("102");
        bob.awaitRinging();
        Locator row = row(page, "Alice");
        row.getByText("Ringing").waitFor();
        assertThat(row.innerText()).contains("101", "Bob", "102", "Inside");
        bob.answers();
        row.getByText("In call").waitFor();
        String lasted = row.locator("time").innerText();
        Await.until("the time counts on", () -> !row.locator("time").innerText().equals(lasted));
        assertThat(page.evaluate("() => document.activeElement.tagName")).isEqualTo("BODY");

        Looks looks = new Looks(page);
        looks.asServed("live-calls");
        assertThat(looks.faults()).isEmpty();

        alice.press("Hang up");
        bob.awaitState("Ended");
        awaitGone(row);
        page.getByText("Nobody has a call now.").waitFor();
        assertThat(page.evaluate("() => window.neverReloaded")).isEqualTo(true);
    }

    @Test
    void theWallboardShowsWhoWaitsInFrench(Stage stage) {
        PhonePage bob = stage.phone(BOB);
        Page page = open(stage, "fr-FR", "/admin/wallboard");
        Locator waiting = page.locator(".wall [data-field=waiting]");
        Locator talking = page.locator(".wall [data-field=inCall]");
        assertThat(waiting.innerText()).isEqualTo("0");

        SoftCall call =
                stage.carrier()
                        .call(SUPPORT_NUMBER, stage.sonnerie().port("sip"), Terms.of(OUTSIDE));
        call.awaitAnswered();
        bob.awaitRinging();
        stage.listen(call.line()).untilOnly(MUSIC);
        Await.until("one waits", () -> waiting.innerText().equals("1"));
        Await.until(
                "for some time",
                () -> page.locator(".wall [data-field=longest]").innerText().contains(":"));
        Looks looks = new Looks(page);
        looks.asServed("wallboard-fr");
        assertThat(looks.faults()).isEmpty();

        bob.answers();
        Await.until("an agent talks", () -> talking.innerText().equals("1"));
        assertThat(waiting.innerText()).isEqualTo("0");
        call.hangUp();
        bob.awaitState("Ended");
        Await.until("nobody talks", () -> talking.innerText().equals("0"));
    }
}
