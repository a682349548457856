package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.OUTSIDE;
import static org.sonnerie.e2e.Cast.RECORDED;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.DecodedSound;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Admin;
import org.sonnerie.e2e.sound.Listener;
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
        Recordings recordings = new Recordings(Admin.signIn(stage.sonnerie().address()));
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
        page.untilSaid(RECORDED);
        line.untilSaid(RECORDED);
        Recordings.awaitShown(alice);
        page.untilOnly("outside");
        line.untilOnly("alice");

        transfer(alice);
        bob.answers();
        Recordings.awaitShown(bob);
        stage.listen(bob).untilOnly("outside");
        stage.listen(call.line()).untilOnly("bob");
        call.hangUp();
        bob.awaitState("Ended");

        JsonObject made = recordings.awaitNew();
        assertThat(made.get("askedBy").getAsString()).isEqualTo("alice");
        byte[] file = recordings.download(made);
        short[] left = DecodedSound.decode(stage.browsers(), file, LEFT);
        short[] right = DecodedSound.decode(stage.browsers(), file, RIGHT);
        assertThat(Recordings.seconds(left, OUTSIDE))
                .as("the caller on the left")
                .hasSizeGreaterThan(3);
        List<Integer> hers = Recordings.seconds(right, ALICE);
        List<Integer> his = Recordings.seconds(right, BOB);
        assertThat(hers).as("Alice on the right").isNotEmpty();
        assertThat(his).as("Bob on the right").isNotEmpty();
        assertThat(hers.getLast()).as("Alice, then Bob").isLessThan(his.getFirst());
        assertThat(Recordings.seconds(left, OUTSIDE).getLast())
                .isGreaterThanOrEqualTo(his.getFirst());
        for (Voice other : List.of(ALICE, BOB)) {
            assertThat(Recordings.seconds(left, other))
                    .as("%s on the left", other.name())
                    .isEmpty();
        }
        assertThat(Recordings.seconds(right, OUTSIDE)).as("the caller on the right").isEmpty();
        aliceHearsItOnHerPage(alice);
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
