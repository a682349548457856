package org.sonnerie.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.CAROL;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;

/** The place Directory: how each one is, while one looks, and a call with one press. */
@ExtendWith(Stage.Extension.class)
class DirectoryPlaceIT {
    /** A page that went without a word is missed after 10 s; the rest is for a slow machine. */
    private static final double MISSED_WITHIN_MILLIS = 40_000;

    @Test
    void bobSeesHowAliceIsWhileHeLooks(Stage stage) {
        PhonePage bob = stage.phone(BOB);
        bob.goTo("Directory");
        Locator aliceThere = person(bob, "Alice");
        shows(aliceThere, "Asleep: will not ring");

        PhonePage alice = stage.phone(ALICE);
        shows(aliceThere, "Available");
        PhonePage carol = stage.phone(CAROL);
        alice.calls("103");
        carol.answers();
        shows(aliceThere, "In call since");
        shows(person(bob, "Carol"), "In call since");
        alice.press("Hang up");
        shows(aliceThere, "Available");
        shows(person(bob, "Carol"), "Available");

        Locator availability =
                alice.page()
                        .getByRole(
                                AriaRole.SWITCH,
                                new Page.GetByRoleOptions().setName("Availability"));
        availability.click();
        shows(aliceThere, "Do not disturb");
        availability.click();
        shows(aliceThere, "Available");

        alice.abandon();
        shows(aliceThere, "Asleep: will not ring");
    }

    @Test
    void aCallFromAPersonsCardArrivesAndIsHeard(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        bob.goTo("Directory");
        bob.page().getByLabel("Search people").fill("ali");
        assertThat(people(bob)).hasCount(1);
        bob.press("Show Alice");
        card(bob, "Alice")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Call").setExact(true))
                .click();
        alice.answers();
        bob.awaitState("In call");
        stage.listen(alice).untilOnly("bob");
        stage.listen(bob).untilOnly("alice");
        bob.press("Hang up");
        alice.awaitState("Ended");
    }

    private static Locator people(PhonePage phone) {
        return phone.page().locator("li.person");
    }

    private static Locator person(PhonePage phone, String name) {
        return people(phone).filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator card(PhonePage phone, String name) {
        return phone.page()
                .getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("About " + name));
    }

    private static void shows(Locator there, String words) {
        assertThat(there)
                .containsText(
                        words,
                        new LocatorAssertions.ContainsTextOptions()
                                .setTimeout(MISSED_WITHIN_MILLIS));
    }
}
