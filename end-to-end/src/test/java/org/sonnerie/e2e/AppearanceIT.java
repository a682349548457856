package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.CAROL;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.GuestLink;
import org.sonnerie.e2e.browser.GuestTab;
import org.sonnerie.e2e.browser.Looks;
import org.sonnerie.e2e.browser.PhonePage;

/** Nobody is kept from using the phone by how it looks: each place and state, in each look. */
@ExtendWith(Stage.Extension.class)
class AppearanceIT {
    private static final List<String> PLACES =
            List.of(
                    "calls",
                    "reception",
                    "directory",
                    "voicemail",
                    "conference",
                    "devices",
                    "settings");

    /** As the page's own scripts ask. */
    private static final String ASKS =
            """
            async ([method, path, body]) => {
              const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)[1];
              const headers = { 'X-XSRF-TOKEN': token, 'Content-Type': 'application/json' };
              const answer = await fetch(path, { method, headers, ...(body && { body }) });
              if (!answer.ok) throw new Error(`${answer.status}`);
            }
            """;

    private static final Pattern STORY = Pattern.compile("^Story of the call with ");

    @Test
    void eachPlace(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        Page page = alice.page();
        Looks looks = new Looks(page);
        for (String place : PLACES) {
            page.evaluate("place => { location.hash = place; }", place);
            page.locator("nav a[href='#" + place + "'][aria-current=page]").waitFor();
            looks.at(place);
        }
        alice.press("Shortcuts");
        looks.at("help");
        assertThat(looks.faults()).isEmpty();
    }

    @Test
    void aPersonsCard(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        alice.goTo("Directory");
        alice.press("Show Bob");
        Looks looks = new Looks(alice.page());
        looks.at("person");
        assertThat(looks.faults()).isEmpty();
    }

    @Test
    void aContact(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        Page page = alice.page();
        Looks looks = new Looks(page);
        alice.goTo("Directory");
        alice.press("Add a contact");
        alice.press("Save");
        alice.awaitText("Something is missing here.");
        looks.at("contact-form");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Moulin Vert");
        page.getByLabel("Number 1", new Page.GetByLabelOptions().setExact(true))
                .fill("01 45 67 89 77");
        alice.press("Save");
        page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Moulin Vert").setExact(true))
                .waitFor();
        looks.at("contact");
        alice.press("Delete");
        assertThat(looks.faults()).isEmpty();
    }

    @Test
    void blockedCallers(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        Page page = alice.page();
        Looks looks = new Looks(page);
        page.evaluate(ASKS, List.of("POST", "/phone/blocked", "{\"number\":\"+33145678955\"}"));
        alice.goTo("Settings");
        alice.awaitText("+33145678955");
        looks.at("settings-blocked");
        page.evaluate(ASKS, List.of("DELETE", "/phone/blocked/%2B33145678955", ""));
        assertThat(looks.faults()).isEmpty();
    }

    @Test
    void aGuest(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        alice.calls("400");
        alice.awaitState("In call");
        alice.presses("135790#");
        alice.goTo("Conference");
        String link = stage.opened(GuestLink.made(alice)).address();
        for (String locale : List.of("fr-FR", "en-GB")) {
            GuestTab guest = stage.opened(new GuestTab(stage.browsers().fresh(CAROL, locale)));
            guest.opens(link);
            Looks looks = new Looks(guest.page());
            guest.page().getByRole(AriaRole.TEXTBOX).waitFor();
            looks.asServed("guest-" + locale);
            guest.page().getByRole(AriaRole.TEXTBOX).fill("Zoé");
            guest.page().keyboard().press("Enter");
            guest.page().getByRole(AriaRole.TEXTBOX).waitFor(gone());
            alice.awaitText("Zoé");
            looks.asServed("guest-in-" + locale);
            assertThat(looks.faults()).isEmpty();
            guest.close();
        }
    }

    @Test
    void theReceptionAtWork(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        Page page = bob.page();
        Looks looks = new Looks(page);
        bob.calls("*44");
        bob.awaitState("In call");
        bob.goTo("Reception");
        page.locator("#reception-search:focus").waitFor();
        page.keyboard().type("al");
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Alice")).waitFor();
        looks.at("reception-picked");
        page.keyboard().press("n");
        page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)).waitFor();
        looks.at("reception-note");
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        page.keyboard().press("h");
        bob.awaitState("On hold");
        for (String language : List.of("fr", "en")) {
            alice.calls("102");
            page.locator("li.waiting[data-state=ringing]").waitFor();
            looks.at("reception-ringing", language);
            assertThat(page.locator("li.waiting[data-state=ringing]").isVisible()).isTrue();
            alice.press("Hang up");
            alice.awaitNoCall();
            page.locator("li.waiting[data-state=ringing]").waitFor(gone());
        }
        bob.press("Shortcuts");
        page.getByRole(AriaRole.DIALOG).waitFor();
        looks.at("reception-help");
        assertThat(looks.faults()).isEmpty();
    }

    @Test
    void aCallFromItsFirstRingToItsEnd(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        Looks looks = new Looks(bob.page());
        alice.calls("*44");
        alice.awaitState("In call");
        bob.calls("*44");
        bob.awaitState("In call");
        looks.at("in-call");
        bob.press("Keypad");
        looks.at("keypad");
        bob.page().keyboard().press("Escape");
        bob.press("Transfer");
        looks.at("transfer");
        bob.page().keyboard().press("Escape");
        bob.press("Hold");
        bob.awaitState("On hold");
        looks.at("on-hold");
        assertThat(looks.faults()).isEmpty();
    }

    @Test
    void aCallThatSoundedBadAndItsReport(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        Page page = alice.page();
        page.route(Pattern.compile("/phone/calls/[^/]+/story"), AppearanceIT::soundedBad);
        Looks looks = new Looks(page);
        alice.calls("*44");
        alice.awaitState("In call");
        alice.press("Hang up");
        alice.awaitText("Bad sound from");
        looks.at("sounded-bad");
        alice.press("Report this call");
        alice.press("Send");
        alice.awaitText("Choose what was wrong");
        looks.at("report");
        page.getByLabel("Echo").check();
        alice.press("Send");
        alice.awaitText("Reported.");
        looks.at("reported");
        alice.press("Close");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(STORY)).first().click();
        alice.press("Change the report");
        looks.at("report-in-story");
        assertThat(looks.faults()).isEmpty();
    }

    private static void soundedBad(Route route) {
        String sound =
                "Bad sound from 10:02:14 to 10:02:31: your network lost 9 % of the packets;"
                        + " the carrier’s side was clean.";
        JsonObject story = new JsonObject();
        story.addProperty("verdict", "A service of the company answered after 0 s.");
        story.add("lines", new JsonArray());
        story.addProperty("sound", sound);
        story.addProperty("soundRating", "bad");
        route.fulfill(
                new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(story.toString()));
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }

    @Test
    void aCallThatRings(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        Looks looks = new Looks(bob.page());
        for (String language : List.of("fr", "en")) {
            alice.calls("102");
            bob.page().locator(".incoming").waitFor();
            looks.at("ringing", language);
            assertThat(bob.page().locator(".incoming").isVisible()).isTrue();
            alice.press("Hang up");
            alice.awaitNoCall();
            bob.page().locator(".incoming").waitFor(gone());
        }
        assertThat(looks.faults()).isEmpty();
    }
}
