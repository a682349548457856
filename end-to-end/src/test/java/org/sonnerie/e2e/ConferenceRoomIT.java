package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.ASKED_FOR_PIN;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.CAROL;
import static org.sonnerie.e2e.Cast.MUSIC;
import static org.sonnerie.e2e.Cast.OUTSIDE;
import static org.sonnerie.e2e.Cast.ROOM_RECORDED;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.DecodedSound;
import org.sonnerie.e2e.browser.GuestLink;
import org.sonnerie.e2e.browser.GuestTab;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.firefox.FirefoxGuest;
import org.sonnerie.e2e.firefox.Workplace;
import org.sonnerie.e2e.firefox.Workplace.Hindrance;
import org.sonnerie.e2e.product.Admin;
import org.sonnerie.e2e.sound.Listener;
import org.sonnerie.e2e.sound.Voice;

/** A conference with a moderator, who steers it from his page, and a guest without an account. */
@WholeMachine
@ExtendWith(Stage.Extension.class)
class ConferenceRoomIT {
    private static final String ROOM_NUMBER = "+15550100400";
    private static final String PIN = "246810#";
    private static final String MODERATOR_PIN = "135790#";

    @Test
    void allWaitForTheModeratorWhoMutesRemovesAndEnds(Stage stage) {
        Admin admin = Admin.signIn(stage.sonnerie().address());
        Recordings recordings = new Recordings(admin);
        JsonObject plan = admin.plan();
        plan.getAsJsonArray("rooms").get(0).getAsJsonObject().addProperty("waitForModerator", true);
        admin.publish(plan);
        try {
            meet(stage);
            JsonObject made = recordings.awaitNew();
            short[] mix = DecodedSound.decode(stage.browsers(), recordings.download(made));
            for (Voice voice : List.of(ALICE, BOB, OUTSIDE)) {
                assertThat(Recordings.seconds(mix, voice)).as(voice.name()).isNotEmpty();
            }
        } finally {
            admin.undo();
        }
    }

    private static void meet(Stage stage) {
        PhonePage bob = enter(stage.phone(BOB), PIN);
        SoftCall outside = enterByPhone(stage);
        stage.listen(bob).untilOnly(MUSIC);
        stage.listen(outside.line()).untilOnly(MUSIC);
        bob.awaitText("You will be let in as soon as a moderator is there");

        PhonePage alice = enter(stage.phone(ALICE), MODERATOR_PIN);
        stage.listen(alice).untilOnly("bob", "outside");
        stage.listen(bob).untilOnly("alice", "outside");
        stage.listen(outside.line()).untilOnly("alice", "bob");

        openConference(alice);
        alice.press("Mute Bob");
        stage.listen(alice).untilOnly("outside");
        stage.listen(outside.line()).untilOnly("alice");
        stage.listen(bob).untilOnly("alice", "outside");
        alice.press("Unmute Bob");
        stage.listen(outside.line()).untilOnly("alice", "bob");

        record(stage, alice, bob, outside);

        alice.press("Remove Bob");
        bob.awaitState("Ended");
        bob.awaitText("A moderator removed you from the conference");
        stage.listen(alice).untilOnly("outside");
        stage.listen(outside.line()).untilOnly("alice");

        alice.press("End for all");
        alice.press("End now, really");
        outside.awaitEnded();
        alice.awaitState("Ended");
    }

    /** The moderator has it recorded: all are told, then they talk on. */
    private static void record(Stage stage, PhonePage alice, PhonePage bob, SoftCall outside) {
        Listener page = stage.listen(bob);
        Listener line = stage.listen(outside.line());
        alice.press("Record");
        page.untilSaid(ROOM_RECORDED);
        line.untilSaid(ROOM_RECORDED);
        bob.page()
                .getByText("Recording", new Page.GetByTextOptions().setExact(true))
                .first()
                .waitFor();
        page.untilOnly("alice", "outside");
        line.untilOnly("alice", "bob");
        stage.listen(alice).untilOnly("bob", "outside");
    }

    @Test
    void aGuestJoinsByALinkUntilItIsRevoked(Stage stage) {
        PhonePage alice = enter(stage.phone(ALICE), MODERATOR_PIN);
        openConference(alice);
        String link = stage.opened(GuestLink.made(alice)).address();
        GuestTab guest = stage.opened(new GuestTab(stage.browsers().fresh(CAROL)));
        assertThat(guest.opens(link)).isEqualTo(200);
        guest.joins("Zoé");
        guest.awaitText("You are in the room");
        stage.listen(alice).untilOnly("carol");
        stage.listen(guest.ear()).untilOnly("alice");
        alice.awaitText("Zoé");

        guest.presses("Mute");
        stage.listen(alice).until("silence", s -> s.hearsOnly());
        guest.presses("Unmute");
        stage.listen(alice).untilOnly("carol");

        alice.press("Revoke");
        GuestTab late = stage.opened(new GuestTab(stage.browsers().fresh(CAROL)));
        alice.page().getByLabel("Guest link to Conference").waitFor(hidden());
        assertThat(late.opens(link)).isEqualTo(410);
        late.awaitText("The link has expired or was taken back");
        assertThat(late.opens(link.substring(0, link.length() - 1))).isEqualTo(404);
        late.awaitText("The link is not whole");

        alice.press("Remove Zoé");
        guest.awaitText("A moderator removed you from the conference");
        guest.joins("Zoé");
        guest.awaitText("The link does not let you in any more");
        alice.press("Hang up");
    }

    @Test
    void aGuestWithFirefoxHearsAndIsHeard(Stage stage) {
        PhonePage alice = enter(stage.phone(ALICE), MODERATOR_PIN);
        openConference(alice);
        String link = stage.opened(GuestLink.made(alice)).address();
        Workplace carols = stage.opened(Workplace.of(CAROL, Hindrance.NONE));
        FirefoxGuest guest = stage.opened(carols.opens(link));
        guest.joins("Zoé");
        guest.awaitText("You are in the room");
        stage.listen(alice).untilOnly("carol");
        stage.listen(guest.ear()).untilOnly("alice");

        guest.presses("Mute");
        stage.listen(alice).until("silence", s -> s.hearsOnly());
        guest.presses("Unmute");
        stage.listen(alice).untilOnly("carol");
        alice.press("Remove Zoé");
        guest.awaitText("A moderator removed you from the conference");
        alice.press("Hang up");
    }

    private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }

    private static void openConference(PhonePage phone) {
        phone.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Conference").setExact(true))
                .click();
    }

    private static PhonePage enter(PhonePage phone, String pin) {
        phone.calls("400");
        phone.awaitState("In call");
        phone.presses(pin);
        return phone;
    }

    private static SoftCall enterByPhone(Stage stage) {
        SoftCall call =
                stage.carrier().call(ROOM_NUMBER, stage.sonnerie().port("sip"), Terms.of(OUTSIDE));
        call.awaitAnswered();
        stage.listen(call.line()).until("asked for PIN", 1, s -> s.hearsOnly(ASKED_FOR_PIN));
        call.line().press(PIN);
        return call;
    }
}
