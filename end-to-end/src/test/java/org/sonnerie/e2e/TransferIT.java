package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.CAROL;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Await;

/** Calls from outside that Alice hands on, parks, and shares. */
@ExtendWith(Stage.Extension.class)
class TransferIT {
    private static final String ALICES_NUMBER = "+15550100101";
    private static final Terms TERMS = Terms.of(OUTSIDE);

    @Test
    void aCallIsHandedOnWithItsNoteAndTheTrueCaller(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        SoftCall call = toAlice(stage, alice);
        form(alice, "Transfer", "Transfer to", "102", "About the wedding cake");
        alice.press("Transfer now");
        bob.awaitText("About the wedding cake");
        bob.awaitText("Transferred by Alice");
        assertThat(party(bob).get("number").getAsString()).isEqualTo(TERMS.number());
        bob.answers();
        bob.awaitState("In call");
        alice.awaitState("Ended");
        stage.listen(bob).untilOnly("outside");
        stage.listen(call.line()).untilOnly("bob");
        assertThat(call.requests()).doesNotContain("BYE");
        bob.press("Hang up");
        call.awaitEnded();
    }

    @Test
    void bobIsAskedFirstWhileTheCallerHearsMusic(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        SoftCall call = toAlice(stage, alice);
        form(alice, "Transfer", "Transfer to", "bob", "");
        alice.press("Ask first");
        bob.answers();
        bob.awaitState("In call");
        stage.listen(alice).untilOnly("bob");
        stage.listen(bob).untilOnly("alice");
        stage.listen(call.line()).untilOnly(Cast.MUSIC);
        alice.press("Complete transfer");
        alice.awaitState("Ended");
        stage.listen(bob).untilOnly("outside");
        stage.listen(call.line()).untilOnly("bob");
        call.hangUp();
        bob.awaitState("Ended");
    }

    @Test
    void whatBobDoesNotTakeComesBackLabelled(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        SoftCall call = toAlice(stage, alice);
        form(alice, "Transfer", "Transfer to", "102", "");
        alice.press("Transfer now");
        bob.awaitRinging();
        bob.press("Decline");
        alice.awaitText("Bob did not take it");
        alice.answers();
        alice.awaitState("In call");
        stage.listen(alice).untilOnly("outside");
        stage.listen(call.line()).untilOnly("alice");
        alice.press("Hang up");
        call.awaitEnded();
    }

    @Test
    void threeTalkTogetherAndTwoGoOn(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        SoftCall call = toAlice(stage, alice);
        form(alice, "Add person", "Person to add", "102", "");
        alice.press("Ask to join");
        bob.answers();
        bob.awaitState("In call");
        alice.press("Join calls");
        stage.listen(alice).untilOnly("bob", "outside");
        stage.listen(bob).untilOnly("alice", "outside");
        stage.listen(call.line()).untilOnly("alice", "bob");
        alice.press("Hang up");
        stage.listen(bob).untilOnly("outside");
        stage.listen(call.line()).untilOnly("bob");
        bob.press("Hang up");
        call.awaitEnded();
    }

    @Test
    void aParkedCallIsRetrievedFromItsSlot(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        SoftCall call = toAlice(stage, alice);
        alice.press("Park");
        alice.awaitState("Parked on 70[1-9]");
        stage.listen(call.line()).untilOnly(Cast.MUSIC);
        bob.calls(alice.lastCall().get("slot").getAsString());
        bob.awaitState("In call");
        alice.awaitState("Ended");
        stage.listen(bob).untilOnly("outside");
        stage.listen(call.line()).untilOnly("bob");
        bob.press("Hang up");
        call.awaitEnded();
    }

    @Test
    void alicesRingingPhoneIsPickedUpByCarol(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage carol = stage.phone(CAROL);
        SoftCall call = stage.carrier().call(ALICES_NUMBER, sipPort(stage), TERMS);
        alice.awaitRinging();
        carol.calls("*8101");
        carol.awaitState("In call");
        alice.awaitQuiet();
        call.awaitAnswered();
        stage.listen(carol).untilOnly("outside");
        stage.listen(call.line()).untilOnly("carol");
        carol.press("Hang up");
        call.awaitEnded();
    }

    @Test
    void keysReachWhoeverIsTalkedTo(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        SoftCall call = stage.carrier().call(ALICES_NUMBER, sipPort(stage), Terms.of(CAROL));
        alice.answers();
        call.awaitAnswered();
        alice.awaitState("In call");
        alice.presses("12");
        awaitPressed(call, "12");

        form(alice, "Transfer", "Transfer to", "0145678901", "");
        alice.press("Ask first");
        SoftCall bank = stage.carrier().awaitCall().awaitAnswered();
        stage.listen(alice).untilOnly("outside");
        alice.presses("34#");
        awaitPressed(bank, "34#");

        alice.press("Join calls");
        stage.listen(alice).untilOnly("carol", "outside");
        alice.presses("5");
        awaitPressed(bank, "34#5");
        awaitPressed(call, "125");
        call.line().press("6");
        awaitPressed(bank, "34#56");

        alice.press("Hang up");
        stage.listen(bank.line()).untilOnly("carol");
        call.line().press("7*");
        awaitPressed(bank, "34#567*");
        bank.line().press("8");
        awaitPressed(call, "1258");
        call.hangUp();
        bank.awaitEnded();
    }

    private static void awaitPressed(SoftCall call, String keys) {
        Await.until("keys " + keys, () -> call.line().pressed().equals(keys));
    }

    private static void form(PhonePage phone, String button, String field, String to, String note) {
        phone.press(button);
        Locator dialog = phone.page().getByRole(AriaRole.DIALOG).first();
        dialog.getByRole(
                        AriaRole.TEXTBOX,
                        new Locator.GetByRoleOptions().setName(field).setExact(true))
                .fill(to);
        if (!note.isEmpty()) {
            dialog.getByRole(
                            AriaRole.TEXTBOX,
                            new Locator.GetByRoleOptions().setName("Note").setExact(true))
                    .fill(note);
        }
    }

    private static JsonObject party(PhonePage phone) {
        return phone.lastCall().getAsJsonObject("party");
    }

    private static SoftCall toAlice(Stage stage, PhonePage alice) {
        SoftCall call = stage.carrier().call(ALICES_NUMBER, sipPort(stage), TERMS);
        alice.answers();
        call.awaitAnswered();
        alice.awaitState("In call");
        stage.listen(alice).untilOnly("outside");
        return call;
    }

    private static int sipPort(Stage stage) {
        return stage.sonnerie().port("sip");
    }
}
