package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.OUTSIDE;
import static org.sonnerie.e2e.Cast.RECORDED;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.DecodedSound;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Admin;
import org.sonnerie.e2e.product.Await;
import org.sonnerie.e2e.sound.Listener;
import org.sonnerie.e2e.sound.Reference;
import org.sonnerie.e2e.sound.Voice;

/** A call that is recorded on demand, through a transfer, and heard afterwards. */
@ExtendWith(Stage.Extension.class)
class RecordingIT {
    private static final String ALICES_NUMBER = "+15550100101";
    private static final Terms TERMS = Terms.of(OUTSIDE);
    private static final int LEFT = 0;
    private static final int RIGHT = 1;

    @Test
    void theCallerIsOnOneSideThroughoutAndAliceThenBobOnTheOther(Stage stage) {
        Admin admin = Admin.signIn(stage.sonnerie().address());
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        SoftCall call = stage.carrier().call(ALICES_NUMBER, sipPort(stage), TERMS);
        alice.awaitRinging();
        alice.answers();
        alice.awaitState("In call");
        stage.listen(alice).untilOnly("outside");

        Listener page = stage.listen(alice);
        Listener line = stage.listen(call.line());
        alice.press("Record");
        page.until("told", 1, second -> second.heard().contains(RECORDED));
        line.until("told", 1, second -> second.heard().contains(RECORDED));
        awaitShown(alice);
        page.untilOnly("outside");
        line.untilOnly("alice");

        transfer(alice);
        bob.answers();
        awaitShown(bob);
        stage.listen(bob).untilOnly("outside");
        stage.listen(call.line()).untilOnly("bob");
        call.hangUp();
        bob.awaitState("Ended");

        String id = recording(admin);
        byte[] file = admin.download("/recordings/" + id + "/sound");
        short[] left = DecodedSound.decode(stage.browsers(), file, LEFT);
        short[] right = DecodedSound.decode(stage.browsers(), file, RIGHT);
        assertThat(seconds(left, OUTSIDE)).as("the caller on the left").hasSizeGreaterThan(3);
        List<Integer> hers = seconds(right, ALICE);
        List<Integer> his = seconds(right, BOB);
        assertThat(hers).as("Alice on the right").isNotEmpty();
        assertThat(his).as("Bob on the right").isNotEmpty();
        assertThat(hers.getLast()).as("Alice, then Bob").isLessThan(his.getFirst());
        assertThat(seconds(left, OUTSIDE).getLast()).isGreaterThanOrEqualTo(his.getFirst());
        for (Voice other : List.of(ALICE, BOB)) {
            assertThat(seconds(left, other)).as("%s on the left", other.name()).isEmpty();
        }
        assertThat(seconds(right, OUTSIDE)).as("the caller on the right").isEmpty();
        aliceHearsItOnHerPage(alice);
    }

    private static void awaitShown(PhonePage phone) {
        phone.page()
                .getByText("Recording", new Page.GetByTextOptions().setExact(true))
                .first()
                .waitFor();
    }

    private static void transfer(PhonePage alice) {
        alice.press("Transfer");
        Locator dialog = alice.page().getByRole(AriaRole.DIALOG).first();
        dialog.getByRole(
                        AriaRole.TEXTBOX,
                        new Locator.GetByRoleOptions().setName("Transfer to").setExact(true))
                .fill("102");
        alice.press("Transfer now");
    }

    /** The one recording there is, once it is over. */
    private static String recording(Admin admin) {
        Await.until(
                "a recording that is whole",
                () -> {
                    JsonArray all = admin.read("/recordings").getAsJsonArray("recordings");
                    return !all.isEmpty()
                            && all.get(0)
                                    .getAsJsonObject()
                                    .get("state")
                                    .getAsString()
                                    .equals("WHOLE");
                });
        JsonObject newest =
                admin.read("/recordings").getAsJsonArray("recordings").get(0).getAsJsonObject();
        assertThat(newest.get("askedBy").getAsString()).isEqualTo("alice");
        return newest.get("id").getAsString();
    }

    /** The seconds in which a voice is found. */
    private static List<Integer> seconds(short[] sound, Voice who) {
        Reference voice = Reference.of(who);
        List<Integer> found = new ArrayList<>();
        for (int from = 0; from + Reference.WINDOW <= sound.length; from += Reference.WINDOW) {
            short[] second = Arrays.copyOfRange(sound, from, from + Reference.WINDOW);
            if (voice.find(second).ncc() >= voice.threshold()) {
                found.add(from / Reference.WINDOW);
            }
        }
        return found;
    }

    private static void aliceHearsItOnHerPage(PhonePage alice) {
        Page page = alice.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Calls")).click();
        Locator play =
                page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName("Play recording"))
                        .first();
        play.waitFor();
        play.click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause").setExact(true))
                .first()
                .waitFor();
    }

    private static int sipPort(Stage stage) {
        return stage.sonnerie().port("sip");
    }
}
