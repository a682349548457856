package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.NOBODY;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.AdminDoor;
import org.sonnerie.e2e.browser.Looks;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Await;
import org.sonnerie.e2e.product.LossyProxy;

/**
 * After a bad call the page says whose network it was; she reports it, and her admin reads that.
 */
@ExtendWith(Stage.Extension.class)
class ReportIT {
    private static final int LOST_FOR_SURE = 100;
    private static final String NOTE = "Every word twice <b>& more</b>";
    private static final String SENT =
            "Reported. Your administrator sees it with the call's story.";

    @Test
    void theVerdictStaysOnTheStageAndTheReportReachesTheAdmin(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        Page page = alice.page();
        badCall(stage, alice);
        Locator verdict = page.getByRole(AriaRole.ARTICLE).locator(".verdict");
        verdict.getByText("Bad sound from ").waitFor();
        assertThat(verdict.innerText())
                .containsPattern("your network lost \\d+\u00a0% of the packets");
        alice.awaitNoCall();
        assertThat(verdict.isVisible()).as("though the call is put away").isTrue();

        reportsByKeyboard(alice);
        assertThat(verdict.isVisible()).isTrue();

        alice.reload();
        alice.awaitReachable();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile("^Story of the call with ")))
                .first()
                .click();
        page.locator(".past").getByText(SENT).waitFor();

        readByTheAdmin(stage);
    }

    /** A fifth of what is sent both ways gets lost, for some seconds. */
    private static void badCall(Stage stage, PhonePage alice) {
        LossyProxy network =
                stage.opened(LossyProxy.before(stage.sonnerie().port("media"), 20_261_127));
        alice.ear().goThrough("127.0.0.1", network.port());
        int sipPort = stage.sonnerie().port("sip");
        SoftCall call = stage.carrier().call("+15550100101", sipPort, Terms.of(OUTSIDE));
        alice.answers();
        call.awaitAnswered();
        stage.listen(call.line()).untilOnly("alice");
        network.become(0.2, 20);
        Await.until("packets are lost", () -> network.lost() > LOST_FOR_SURE);
        network.become(0, 0);
        stage.listen(call.line()).untilOnly("alice");
        call.hangUp();
        alice.awaitState("Ended");
    }

    /** Wherever the focus has to be is waited for. */
    private static void reportsByKeyboard(PhonePage alice) {
        Page page = alice.page();
        Locator choice = page.locator(".report-form input:focus");
        alice.press("Report this call");
        choice.waitFor();
        alice.press("Send");
        alice.awaitText("Choose what was wrong");
        choice.waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().type(NOTE);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        alice.awaitText(SENT);
        page.locator("button:focus")
                .filter(new Locator.FilterOptions().setHasText("Change the report"))
                .waitFor();
    }

    private static void readByTheAdmin(Stage stage) {
        Page admin = stage.opened(stage.browsers().fresh(NOBODY)).newPage();
        AdminDoor.open(admin, stage.sonnerie().address(), "Call history");
        Looks looks = new Looks(admin);
        looks.asServed("admin-history");
        admin.getByLabel("Reported only").check();
        admin.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();
        admin.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("Reported"))
                .first()
                .getByRole(AriaRole.LINK)
                .click();
        Locator report =
                admin.getByRole(AriaRole.ARTICLE)
                        .filter(
                                new Locator.FilterOptions()
                                        .setHasText("It crackled or dropped out"));
        assertThat(report.innerText()).contains("Alice, ", NOTE);
        assertThat(looks.faults()).isEmpty();
        Looks ofTheStory = new Looks(admin);
        ofTheStory.asServed("admin-report");
        assertThat(ofTheStory.faults()).isEmpty();
    }
}
