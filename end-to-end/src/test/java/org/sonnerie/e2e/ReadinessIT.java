package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.NOBODY;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.AdminDoor;
import org.sonnerie.e2e.browser.Browsers.Network;
import org.sonnerie.e2e.browser.PhonePage;

/** A person has his phone checked, and his admin sees how it came out. */
@ExtendWith(Stage.Extension.class)
class ReadinessIT {
    private static final Page.WaitForConditionOptions CHECKED =
            new Page.WaitForConditionOptions().setTimeout(60_000);
    private static final String HEARD = "Yes, I heard it";

    @Test
    void allIsWellAndTheAdminSeesIt(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        alice.page().context().grantPermissions(List.of("microphone", "notifications"));
        alice.goTo("Devices");
        alice.awaitText("While this page is out of sight, a notification says who calls");
        alice.press("Check this phone");
        alice.press(HEARD);
        assertThat(resultOf(alice)).contains("Ready for calls", "% lost", "UDP");
        assertThat(rowOf("Alice", stage)).contains("Ready for calls", "% lost", "UDP");
    }

    @Test
    void aNetworkWithoutUdpIsNamedWithWhatToDo(Stage stage) {
        PhonePage bob = stage.phone(BOB, Network.WITHOUT_UDP);
        bob.goTo("Devices");
        bob.press("Check this phone");
        bob.press(HEARD);
        assertThat(resultOf(bob)).contains("Your network blocks UDP, so sound goes by TCP");
        assertThat(rowOf("Bob", stage)).contains("UDP is blocked, so the sound goes by TCP.");
    }

    @Test
    void aSilentMicrophoneAndASpeakerThatNobodyHearsAreNamed(Stage stage) {
        PhonePage alice =
                stage.opened(
                        PhonePage.signIn(
                                "alice",
                                stage.sonnerie().address(),
                                stage.browsers().fresh(NOBODY)));
        alice.goTo("Devices");
        alice.press("Check this phone");
        alice.press(HEARD);
        assertThat(resultOf(alice)).contains("Your microphone heard nothing");
        alice.press("Check again");
        alice.page()
                .getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName("No").setExact(true))
                .click();
        assertThat(resultOf(alice)).contains("Not ready for calls", "Choose another speaker below");
        assertThat(rowOf("Alice", stage)).contains("The test sound was not heard.");
    }

    /** What the page says once it is done: it can check again then. */
    private static String resultOf(PhonePage phone) {
        Locator again =
                phone.page()
                        .getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName("Check again").setExact(true));
        phone.page().waitForCondition(() -> again.count() == 1 && again.isEnabled(), CHECKED);
        return phone.page()
                .getByRole(AriaRole.STATUS, new Page.GetByRoleOptions().setName("Ready for calls?"))
                .innerText();
    }

    /** What the admin reads of somebody on his own page. */
    private static String rowOf(String name, Stage stage) {
        Page admin = stage.opened(stage.browsers().fresh(NOBODY)).newPage();
        AdminDoor.open(admin, stage.sonnerie().address(), "People");
        return admin.getByRole(AriaRole.ROW)
                .filter(
                        new Locator.FilterOptions()
                                .setHas(
                                        admin.getByRole(
                                                AriaRole.ROWHEADER,
                                                new Page.GetByRoleOptions()
                                                        .setName(name)
                                                        .setExact(true))))
                .innerText();
    }
}
