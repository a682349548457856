package org.sonnerie.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.CAROL;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.Looks;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;

/** Alice at the place Reception: whoever calls is handed on by the keyboard alone. */
@ExtendWith(Stage.Extension.class)
class ReceptionIT {
    private static final String ALICES_NUMBER = "+15550100101";
    private static final String SUPPORT_NUMBER = "+15550100300";
    private static final Terms TERMS = Terms.of(OUTSIDE);

    @Test
    void aCallIsHandedOnByTwoLettersEnterAndT(Stage stage) {
        PhonePage alice = reception(stage);
        PhonePage bob = stage.phone(BOB);
        SoftCall call = answered(stage, alice);
        presses(alice, "b", "o", "Enter", "t");
        bob.awaitText("Transferred by Alice");
        bob.answers();
        bob.awaitState("In call");
        assertThat(alice.page().getByText(TERMS.number() + " was transferred to Bob.")).isVisible();
        stage.listen(bob).untilOnly("outside");
        stage.listen(call.line()).untilOnly("bob");
        assertThat(search(alice)).isFocused();
        assertThat(search(alice)).hasValue("");
        bob.press("Hang up");
        call.awaitEnded();
    }

    @Test
    void bobIsAskedFirstByAAndGetsTheCallByT(Stage stage) {
        PhonePage alice = reception(stage);
        PhonePage bob = stage.phone(BOB);
        SoftCall call = answered(stage, alice);
        presses(alice, "b", "o", "Enter", "a");
        bob.answers();
        bob.awaitState("In call");
        stage.listen(alice).untilOnly("bob");
        stage.listen(bob).untilOnly("alice");
        stage.listen(call.line()).untilOnly(Cast.MUSIC);
        presses(alice, "t");
        stage.listen(bob).untilOnly("outside");
        stage.listen(call.line()).untilOnly("bob");
        assertThat(search(alice)).isFocused();
        call.hangUp();
        bob.awaitState("Ended");
    }

    @Test
    void aNoteGoesWithTheCallByN(Stage stage) {
        PhonePage alice = reception(stage);
        PhonePage bob = stage.phone(BOB);
        SoftCall call = answered(stage, alice);
        presses(alice, "b", "o", "Enter", "n");
        assertThat(alice.page().getByLabel("Note", exactly())).isFocused();
        alice.page().keyboard().type("About the wedding cake");
        presses(alice, "Enter");
        bob.awaitText("About the wedding cake");
        bob.answers();
        stage.listen(bob).untilOnly("outside");
        stage.listen(call.line()).untilOnly("bob");
        assertThat(search(alice)).isFocused();
        call.hangUp();
    }

    @Test
    void theCallerHearsBobsMailboxByV(Stage stage) {
        PhonePage alice = reception(stage);
        PhonePage bob = stage.phone(BOB);
        SoftCall call = answered(stage, alice);
        presses(alice, "b", "o", "Enter", "v");
        // Prompts that begin with the same words are heard with it.
        stage.listen(call.line())
                .until(
                        "the mailbox's greeting",
                        3,
                        second ->
                                second.heard().contains(Cast.VOICEMAIL)
                                        && !second.heard().contains("alice"));
        assertThat(alice.page().getByText(TERMS.number() + " speaks to the voicemail of Bob."))
                .isVisible();
        bob.awaitQuiet();
        call.hangUp();
    }

    @Test
    void whatBobDoesNotTakeWaitsLabelledAndIsAnsweredByEnter(Stage stage) {
        PhonePage alice = reception(stage);
        PhonePage bob = stage.phone(BOB);
        SoftCall call = answered(stage, alice);
        presses(alice, "b", "o", "Enter", "t");
        bob.awaitRinging();
        bob.press("Decline");
        Locator back = waiting(alice).first();
        assertThat(back).containsText("Back: Bob did not take it");
        assertThat(search(alice)).isFocused();
        presses(alice, "Enter");
        alice.awaitState("In call");
        stage.listen(alice).untilOnly("outside");
        stage.listen(call.line()).untilOnly("alice");
        alice.press("Hang up");
        call.awaitEnded();
    }

    @Test
    void twoCallersWaitInOrderAndOneOfThemIsParked(Stage stage) {
        PhonePage alice = reception(stage);
        SoftCall first = calls(stage, TERMS);
        assertThat(waiting(alice)).hasCount(1);
        SoftCall second = calls(stage, Terms.of(CAROL).calledBy("+15550100999"));
        assertThat(waiting(alice)).hasCount(2);
        assertThat(waiting(alice).first()).containsText(TERMS.number());
        assertThat(waiting(alice).last()).containsText("+15550100999");

        presses(alice, "Enter");
        first.awaitAnswered();
        stage.listen(alice).untilOnly("outside");
        presses(alice, "ArrowLeft");
        assertThat(act(alice, "Answer +15550100999")).isFocused();
        presses(alice, "Enter");
        second.awaitAnswered();
        stage.listen(alice).untilOnly("carol");
        stage.listen(first.line()).untilOnly(Cast.MUSIC);
        assertThat(waiting(alice)).hasCount(1);
        assertThat(waiting(alice)).containsText("On hold");

        assertThat(search(alice)).isFocused();
        presses(alice, "Escape", "p");
        assertThat(waiting(alice)).hasCount(2);
        assertThat(waiting(alice).last()).containsText("Parked on 70");
        stage.listen(second.line()).untilOnly(Cast.MUSIC);
        presses(alice, "Escape", "Escape", "2");
        assertThat(act(alice, "Retrieve +15550100999")).isFocused();
        presses(alice, "Enter");
        stage.listen(alice).untilOnly("carol");
        stage.listen(second.line()).untilOnly("alice");
        second.hangUp();
        first.hangUp();
    }

    @Test
    void aCallIsDrawnOntoBobWithThePointer(Stage stage) {
        PhonePage alice = reception(stage);
        PhonePage bob = stage.phone(BOB);
        SoftCall call = answered(stage, alice);
        assertThat(person(alice, "Bob")).containsText("Available");
        alice.page().locator(".board-call h2").dragTo(person(alice, "Bob"));
        bob.answers();
        stage.listen(bob).untilOnly("outside");
        stage.listen(call.line()).untilOnly("bob");
        call.hangUp();
    }

    @Test
    void theGridShowsWhoTakesACall(Stage stage) {
        PhonePage alice = reception(stage);
        PhonePage bob = stage.phone(BOB);
        PhonePage carol = stage.phone(CAROL);
        assertThat(person(alice, "Bob")).containsText("Available");
        carol.calls("102");
        assertThat(person(alice, "Bob")).containsText("Ringing");
        bob.answers();
        assertThat(person(alice, "Bob")).containsText("In call");
        assertThat(person(alice, "Carol")).containsText("In call");
        bob.press("Hang up");
        assertThat(person(alice, "Bob")).containsText("Available");
    }

    @Test
    void withoutACallEnterCallsWhomTheLettersMean(Stage stage) {
        PhonePage alice = reception(stage);
        PhonePage bob = stage.phone(BOB);
        presses(alice, "b", "o", "Enter");
        bob.answers();
        stage.listen(alice).untilOnly("bob");
        stage.listen(bob).untilOnly("alice");
        bob.press("Hang up");
    }

    @Test
    void callersInAQueueStandInOrderAndOneIsTakenOutOfTurn(Stage stage) {
        // Carol serves the queue and is busy; Bob makes a pause: nobody is rung.
        PhonePage carol = stage.phone(CAROL);
        PhonePage alice = stage.phone(ALICE);
        carol.calls("101");
        alice.answers();
        carol.awaitState("In call");
        PhonePage bob = stage.phone(BOB);
        bob.page()
                .waitForResponse(
                        answer ->
                                answer.url().endsWith("/phone/agent")
                                        && answer.request().method().equals("PUT"),
                        () -> bob.chooses("Pause", "Lunch"));
        bob.goTo("Reception");
        SoftCall first = calls(stage, SUPPORT_NUMBER, TERMS).awaitAnswered();
        assertThat(queued(bob)).hasCount(1);
        SoftCall second =
                calls(stage, SUPPORT_NUMBER, Terms.of(CAROL).calledBy("+15550100999"))
                        .awaitAnswered();
        assertThat(queued(bob)).hasCount(2);
        assertThat(queued(bob).first()).containsText(TERMS.number());
        assertThat(queued(bob).last()).containsText("+15550100999");
        bob.awaitQuiet();
        Looks looks = new Looks(bob.page());
        looks.at("reception-queue");
        assertEquals(List.of(), looks.faults());

        presses(bob, "Escape", "2");
        assertThat(act(bob, "Take +15550100999 out of turn")).isFocused();
        presses(bob, "Enter");
        bob.awaitState("In call");
        stage.listen(bob).untilOnly("carol");
        stage.listen(second.line()).untilOnly("bob");
        stage.listen(first.line()).untilOnly(Cast.MUSIC);
        assertThat(queued(bob)).hasCount(1);
        assertThat(queued(bob)).containsText(TERMS.number());
        first.hangUp();
        assertThat(queued(bob)).hasCount(0);
        second.hangUp();
        bob.awaitState("Ended");
        bob.chooses("Pause", "No pause");
        carol.press("Hang up");
    }

    @Test
    void onASmallScreenThePlaceIsBehindMore(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        Page page = alice.page();
        page.setViewportSize(390, 800);
        alice.press("More");
        Locator link =
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Reception"));
        assertThat(link).isVisible();
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/more-390.png")));
        alice.goTo("Reception");
        assertThat(search(alice)).isFocused();
        assertThat(link).isHidden();
        assertThat(act(alice, "More")).hasAttribute("aria-current", "true");
    }

    private static PhonePage reception(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        alice.goTo("Reception");
        assertThat(search(alice)).isFocused();
        return alice;
    }

    /** Somebody calls, and Alice answers by one key. */
    private static SoftCall answered(Stage stage, PhonePage alice) {
        SoftCall call = calls(stage, TERMS);
        assertThat(act(alice, "Answer " + TERMS.number())).isVisible();
        presses(alice, "Enter");
        call.awaitAnswered();
        alice.awaitState("In call");
        stage.listen(alice).untilOnly("outside");
        return call;
    }

    private static SoftCall calls(Stage stage, Terms terms) {
        return calls(stage, ALICES_NUMBER, terms);
    }

    private static SoftCall calls(Stage stage, String number, Terms terms) {
        return stage.carrier().call(number, stage.sonnerie().port("sip"), terms);
    }

    private static void presses(PhonePage phone, String... keys) {
        for (String key : keys) {
            phone.page().keyboard().press(key);
        }
    }

    private static Locator search(PhonePage phone) {
        return phone.page()
                .getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName("Name, department or number"));
    }

    private static Locator waiting(PhonePage phone) {
        return phone.page().locator("li.waiting");
    }

    private static Locator queued(PhonePage phone) {
        return phone.page().locator("li.queue-caller");
    }

    private static Locator act(PhonePage phone, String name) {
        return phone.page()
                .getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator person(PhonePage phone, String name) {
        return phone.page()
                .getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
