package org.sonnerie.e2e;

import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.MESSAGE_KEPT;
import static org.sonnerie.e2e.Cast.OUTSIDE;
import static org.sonnerie.e2e.Cast.REFUSED;
import static org.sonnerie.e2e.Cast.REVIEW;
import static org.sonnerie.e2e.Cast.VOICEMAIL;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Admin;
import org.sonnerie.e2e.sound.Listener;
import org.sonnerie.e2e.sound.Voice;

/** A message left by one outside caller and heard on another outside phone by extension and PIN. */
@ExtendWith(Stage.Extension.class)
class VoicemailAccessIT {
    private static final String MAILBOX = "+15550100197";
    private static final String ACCESS = "+15550100198";
    private static final int SPOKEN_SECONDS = 5;

    /** The phone from which she hears it: it says nothing. */
    private static final Terms ELSEWHERE =
            new Terms(
                    Voice.silent("elsewhere"),
                    "",
                    "+33699000002",
                    Terms.of(OUTSIDE).laws(),
                    "127.0.0.1",
                    "127.0.0.1",
                    true);

    private Optional<Admin> published = Optional.empty();

    @AfterEach
    void thePlanAsItWas() {
        published.ifPresent(Admin::undo);
    }

    private void numbers(Stage stage) {
        Admin admin = Admin.signIn(stage.sonnerie().address());
        JsonObject plan = admin.plan();
        Admin.add(plan, "numbers", number(MAILBOX, "mailbox:alice"));
        Admin.add(plan, "numbers", number(ACCESS, "voicemail-access"));
        admin.publish(plan);
        published = Optional.of(admin);
    }

    private static String number(String number, String to) {
        return "{\"number\": \"" + number + "\", \"to\": \"" + to + "\"}";
    }

    @Test
    void whatAnOutsideCallerLeavesIsHeardFromAnotherPhoneByPin(Stage stage) {
        numbers(stage);
        setPin(stage.phone(ALICE), "90210");
        leaveMessage(stage);

        SoftCall call = stage.carrier().call(ACCESS, stage.sonnerie().port("sip"), ELSEWHERE);
        call.awaitAnswered();
        Listener ear = stage.listen(call.line());
        call.line().press("101#");
        call.line().press("90210#");
        ear.untilOnly("outside");
        call.line().press("3");
        ear.until("silence after the last message", 1, second -> second.isSilent());
        call.awaitEnded();

        SoftCall stranger = stage.carrier().call(ACCESS, stage.sonnerie().port("sip"), ELSEWHERE);
        stranger.awaitAnswered();
        Listener refused = stage.listen(stranger.line());
        for (int i = 0; i < 3; i++) {
            stranger.line().press("101#1234#");
        }
        refused.until("refused for good", 1, second -> second.heard().contains(REFUSED));
        stranger.awaitEnded();
    }

    private static void setPin(PhonePage alice, String pin) {
        Page page = alice.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Voicemail")).click();
        page.getByText("Hear messages from any phone").click();
        page.getByLabel("New PIN").fill("1111");
        press(page, "Save PIN");
        page.getByText("This is the first thing that somebody would try").waitFor();
        page.getByLabel("New PIN").fill(pin);
        press(page, "Save PIN");
        page.getByText("PIN saved").waitFor();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
    }

    private static void leaveMessage(Stage stage) {
        int sipPort = stage.sonnerie().port("sip");
        SoftCall call = stage.carrier().call(MAILBOX, sipPort, Terms.of(OUTSIDE));
        call.awaitAnswered();
        Listener caller = stage.listen(call.line());
        caller.until("greeted", 1, second -> second.heard().contains(VOICEMAIL));
        call.line().press("#");
        caller.until("the tone is over", SPOKEN_SECONDS, second -> second.isSilent());
        call.line().press("#");
        caller.until("asked what to do", 1, second -> second.hearsOnly(REVIEW));
        call.line().press("1");
        caller.until("told that it is kept", 1, second -> second.hearsOnly(MESSAGE_KEPT));
        call.awaitEnded();
    }
}
