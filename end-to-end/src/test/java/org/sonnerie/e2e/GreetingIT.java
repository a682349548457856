package org.sonnerie.e2e;

import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.GREETING_REVIEW;
import static org.sonnerie.e2e.Cast.OUTSIDE;
import static org.sonnerie.e2e.Cast.VOICEMAIL;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.sound.Listener;

/** A greeting recorded by phone, which callers hear until it is deleted on the page. */
@ExtendWith(Stage.Extension.class)
class GreetingIT {
    private static final String ALICES_NUMBER = "+15550100101";
    private static final int SPOKEN_SECONDS = 5;

    @Test
    void callersHearWhatTheOwnerSaidBeforeTheToneUntilItIsDeleted(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        Page page = alice.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Voicemail")).click();
        page.getByText("Greetings and name", new Page.GetByTextOptions().setExact(true)).click();
        alice.press("Record by phone");
        speak(stage, alice);
        own(page).waitFor();

        SoftCall call = unanswered(stage, alice);
        Listener caller = stage.listen(call.line());
        caller.untilOnly(ALICE.name());
        caller.until("the greeting and the tone are over", 2, second -> second.isSilent());
        call.hangUp();

        alice.press("Delete: Usual greeting");
        own(page).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        SoftCall later = unanswered(stage, alice);
        stage.listen(later.line())
                .until("as usual", 1, second -> second.heard().contains(VOICEMAIL));
        later.hangUp();
        deleteMessage(page);
    }

    private static Locator own(Page page) {
        return page.getByText("recorded, 00:").first();
    }

    /** Her own voice, from the tone until the key. */
    private static void speak(Stage stage, PhonePage alice) {
        alice.awaitState("In call");
        Listener ear = stage.listen(alice);
        ear.until("the mailbox speaks", 1, second -> !second.isSilent());
        alice.presses("0");
        alice.presses("1");
        ear.until("the tone is over", SPOKEN_SECONDS, second -> second.isSilent());
        alice.presses("#");
        ear.until("asked what to do", 1, second -> second.heard().contains(GREETING_REVIEW));
        alice.presses("1");
        own(alice.page()).waitFor();
        alice.press("Hang up");
    }

    private static SoftCall unanswered(Stage stage, PhonePage alice) {
        SoftCall call =
                stage.carrier()
                        .call(ALICES_NUMBER, stage.sonnerie().port("sip"), Terms.of(OUTSIDE));
        alice.press("Decline");
        call.awaitAnswered();
        return call;
    }

    /** Whoever heard the greeting to its end left something. */
    private static void deleteMessage(Page page) {
        Locator item =
                page.getByRole(AriaRole.LISTITEM)
                        .filter(new Locator.FilterOptions().setHasText(Terms.of(OUTSIDE).number()))
                        .first();
        item.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Delete").setExact(true))
                .click();
        page.getByText("Message deleted").waitFor();
    }
}
