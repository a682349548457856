package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.MESSAGE_KEPT;
import static org.sonnerie.e2e.Cast.OUTSIDE;
import static org.sonnerie.e2e.Cast.REVIEW;
import static org.sonnerie.e2e.Cast.VOICEMAIL;
import static org.sonnerie.e2e.Cast.VOICEMAIL_OF_A_GROUP;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.DecodedSound;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.sound.Listener;
import org.sonnerie.e2e.sound.Reference;

/** A message left by phone, heard on the page and by phone. */
@ExtendWith(Stage.Extension.class)
class VoicemailIT {
    private static final String ALICES_NUMBER = "+15550100101";
    private static final Terms TERMS = Terms.of(OUTSIDE);
    private static final int SPOKEN_SECONDS = 5;

    @Test
    void aMessageLeftByPhoneIsOnThePageAtOnceAndSoundsAsItWasSpoken(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        leaveMessage(stage, alice);
        Page page = alice.page();
        page.getByText("1 new message").first().waitFor(attached());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Voicemail")).click();
        Locator item =
                page.getByRole(AriaRole.LISTITEM)
                        .filter(new Locator.FilterOptions().setHasText(TERMS.number()))
                        .first();
        item.waitFor();
        JsonObject message = newest(alice);
        assertThat(message.getAsJsonObject("caller").get("number").getAsString())
                .isEqualTo(TERMS.number());
        assertThat(message.get("seconds").getAsInt()).isBetween(3, 10);
        assertSpoken(stage, alice, message.get("id").getAsString());

        press(item, "Play");
        item.getByRole(AriaRole.BUTTON, named("Pause")).waitFor();
        page.waitForCondition(() -> newest(alice).get("heard").getAsBoolean());
        press(item, "Delete");
        page.waitForCondition(() -> messages(alice).isEmpty());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo")).click();
        page.waitForCondition(() -> !messages(alice).isEmpty());
        press(item, "Delete");
        page.waitForCondition(() -> messages(alice).isEmpty());
    }

    @Test
    void theOwnerHearsItByPhoneAndDeletesIt(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        leaveMessage(stage, alice);
        alice.calls("*97");
        alice.awaitState("In call");
        stage.listen(alice).untilOnly("outside");
        alice.presses("3");
        stage.listen(alice).until("silence at the end", 1, second -> second.isSilent());
        alice.page().waitForCondition(() -> messages(alice).isEmpty());
    }

    @Test
    void aCallThatNobodyInSalesTakesIsAMessageForAll(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        SoftCall call = stage.carrier().call("+15550100200", sipPort(stage), TERMS);
        alice.press("Decline");
        bob.press("Decline");
        speak(stage, call);
        call.hangUp();
        for (PhonePage phone : new PhonePage[] {alice, bob}) {
            phone.page().waitForCondition(() -> !messages(phone).isEmpty());
            JsonObject box = newest(phone).getAsJsonObject("box");
            assertThat(box.get("name").getAsString()).isEqualTo("Sales");
        }
        delete(alice, newest(alice).get("id").getAsString());
    }

    private static void leaveMessage(Stage stage, PhonePage alice) {
        SoftCall call = stage.carrier().call(ALICES_NUMBER, sipPort(stage), TERMS);
        alice.press("Decline");
        Listener caller = speak(stage, call);
        call.line().press("#");
        caller.until("asked what to do", 1, second -> second.hearsOnly(REVIEW));
        call.line().press("1");
        caller.until("told that it is kept", 1, second -> second.hearsOnly(MESSAGE_KEPT));
        call.awaitEnded();
        alice.page().waitForCondition(() -> !messages(alice).isEmpty());
    }

    /** Skips the greeting and says something after the tone. */
    private static Listener speak(Stage stage, SoftCall call) {
        call.awaitAnswered();
        Listener caller = stage.listen(call.line());
        caller.until(
                "greeted",
                1,
                second ->
                        second.heard().contains(VOICEMAIL)
                                || second.heard().contains(VOICEMAIL_OF_A_GROUP));
        call.line().press("#");
        caller.until("the tone is over", SPOKEN_SECONDS, second -> second.isSilent());
        return caller;
    }

    /** What the page would play, decoded by the browser, is the caller's voice. */
    private static void assertSpoken(Stage stage, PhonePage phone, String id) {
        byte[] ogg = phone.page().request().get(path(phone, "/" + id + "/sound")).body();
        short[] sound = DecodedSound.decode(stage.browsers(), ogg);
        Reference voice = Reference.of(OUTSIDE);
        int found = 0;
        for (int from = 0; from + Reference.WINDOW <= sound.length; from += Reference.WINDOW) {
            short[] second = Arrays.copyOfRange(sound, from, from + Reference.WINDOW);
            found += voice.find(second).ncc() >= voice.threshold() ? 1 : 0;
        }
        assertThat(found).as("seconds of the caller's voice").isGreaterThanOrEqualTo(3);
    }

    private static JsonArray messages(PhonePage phone) {
        String body = phone.page().request().get(path(phone, "")).text();
        return JsonParser.parseString(body).getAsJsonObject().getAsJsonArray("messages");
    }

    private static JsonObject newest(PhonePage phone) {
        return messages(phone).get(0).getAsJsonObject();
    }

    private static String path(PhonePage phone, String more) {
        String page = phone.page().url();
        return page.substring(0, page.indexOf("/phone")) + "/phone/voicemail" + more;
    }

    private static void delete(PhonePage phone, String id) {
        phone.page()
                .evaluate(
                        "path => fetch(path, {method: 'DELETE', headers: {'X-XSRF-TOKEN':"
                                + " document.cookie.match(/XSRF-TOKEN=([^;]*)/)[1]}})",
                        path(phone, "/" + id));
        phone.page().waitForCondition(() -> messages(phone).isEmpty());
    }

    private static void press(Locator item, String button) {
        item.getByRole(AriaRole.BUTTON, named(button)).click();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }

    private static int sipPort(Stage stage) {
        return stage.sonnerie().port("sip");
    }
}
