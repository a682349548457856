package org.sonnerie.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.CAROL;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;

/** The place Directory: how each one is, while one looks, and a call with one press. */
@ExtendWith(Stage.Extension.class)
class DirectoryPlaceIT {
    /** A page that went without a word is missed after 10 s; the rest is for a slow machine. */
    private static final double MISSED_WITHIN_MILLIS = 40_000;

    private static final String ALICES_NUMBER = "+15550100101";
    private static final String ABROAD = "+442079460001";
    private static final String CONTACT = "Zoé <b>مريم</b> Roy";

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

    @Test
    void whoCallsIsNamedAsInTheContactsAndMayBeBlocked(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        alice.goTo("Directory");
        alice.press("Add a contact");
        alice.page().getByLabel("Name", exactly()).fill(CONTACT);
        alice.press("Save");
        alice.awaitText("Something is missing here.");
        alice.page().getByLabel("Number 1", exactly()).fill("00 44 20 7946 0001");
        alice.press("Save");
        assertThat(card(alice, CONTACT)).containsText(ABROAD);

        SoftCall known = callsAlice(stage);
        assertThat(alice.page().locator(".incoming h2")).hasText(CONTACT);
        alice.answers();
        known.awaitAnswered();
        stage.listen(alice).untilOnly("outside");
        known.hangUp();

        alice.goTo("Calls");
        newestStory(alice).click();
        alice.press("Block this number");
        alice.awaitText("is blocked: its calls are told that you are busy.");
        callsAlice(stage).awaitStatus(486);
        alice.awaitQuiet();
        alice.goTo("Settings");
        Locator blocked = button(alice, "Unblock " + ABROAD);
        assertThat(blocked).isVisible();
        alice.goTo("Calls");
        // Until the list is read anew, the first is the call before, whose story is open.
        assertThat(newestStory(alice)).hasAttribute("aria-expanded", "false");
        newestStory(alice).click();
        assertThat(alice.page().locator(".story")).containsText("Alice has blocked this caller");

        alice.goTo("Settings");
        blocked.click();
        assertThat(blocked).isHidden();
        SoftCall again = callsAlice(stage);
        alice.awaitRinging();
        again.hangUp();
        alice.awaitQuiet();

        alice.goTo("Directory");
        alice.press("Show " + CONTACT);
        alice.press("Delete");
        assertThat(people(alice).filter(withText(CONTACT))).hasCount(0);
    }

    private static SoftCall callsAlice(Stage stage) {
        return stage.carrier()
                .call(
                        ALICES_NUMBER,
                        stage.sonnerie().port("sip"),
                        Terms.of(OUTSIDE).calledBy(ABROAD));
    }

    private static Locator newestStory(PhonePage phone) {
        return button(phone, "Story of the call with " + CONTACT).first();
    }

    private static Locator button(PhonePage phone, String name) {
        return phone.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Locator people(PhonePage phone) {
        return phone.page().locator("li.person");
    }

    private static Locator person(PhonePage phone, String name) {
        return people(phone).filter(withText(name));
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
