package org.sonnerie.e2e;

import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.MUSIC;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.sound.Listener;

/** Alice calls Bob, browser to browser. */
@ExtendWith(Stage.Extension.class)
class DirectCallIT {
    @Test
    void eachHearsTheOtherAndMusicWhileOnHold(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        alice.calls("102");
        alice.awaitState("Ringing");
        bob.answers();
        alice.awaitState("In call");
        bob.awaitState("In call");
        Listener atAlice = stage.listen(alice);
        Listener atBob = stage.listen(bob);
        atAlice.untilOnly("bob");
        atBob.untilOnly("alice");

        alice.press("Hold");
        alice.awaitState("On hold");
        atBob.fromNow().untilOnly(MUSIC);

        alice.press("Resume");
        alice.awaitState("In call");
        atBob.fromNow().untilOnly("alice");
        atAlice.fromNow().untilOnly("bob");

        bob.press("Hang up");
        alice.awaitState("Ended");
    }

    @Test
    void whoMutesIsNotHeardButHears(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        alice.calls("Bob");
        bob.answers();
        Listener atBob = stage.listen(bob);
        atBob.untilOnly("alice");
        alice.press("Mute");
        atBob.fromNow().until("nobody", s -> s.hearsOnly());
        stage.listen(alice).untilOnly("bob");
        alice.press("Unmute");
        atBob.fromNow().untilOnly("alice");
        alice.press("Hang up");
        bob.awaitState("Ended");
    }

    @Test
    void aDeclinedCallLeadsToTheMailboxAndEndsAtTheCaller(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        alice.calls("102");
        bob.press("Decline");
        alice.awaitState("In call");
        // The other prompt begins with the same words: what follows them tells.
        stage.listen(alice)
                .until(
                        "greeted",
                        1,
                        s ->
                                s.heard().contains(Cast.VOICEMAIL)
                                        && !s.heard().contains(Cast.NOT_AVAILABLE));
        alice.press("Hang up");
        alice.awaitState("Ended");
    }

    @Test
    void theEchoTestGivesBackWhatIsSaid(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        alice.calls("*43");
        alice.awaitState("In call");
        stage.listen(alice).untilOnly("alice");
        alice.press("Hang up");
        alice.awaitState("Ended");
    }

    @Test
    void theMusicCanBeCalled(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        alice.calls("*44");
        stage.listen(alice).untilOnly(MUSIC);
        alice.press("Hang up");
        alice.awaitState("Ended");
    }
}
