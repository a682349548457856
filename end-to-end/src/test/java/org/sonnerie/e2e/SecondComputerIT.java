package org.sonnerie.e2e;

import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.sound.Listener;

/** Alice goes on talking on another computer. */
@ExtendWith(Stage.Extension.class)
class SecondComputerIT {
    @Test
    void aSecondComputerTakesTheCallHere(Stage stage) {
        PhonePage first = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        bob.calls("101");
        first.answers();
        Listener atBob = stage.listen(bob);
        atBob.untilOnly("alice");

        PhonePage second = stage.phone(ALICE);
        second.awaitText("The sound of this call is on another of your phones.");
        second.press("Take it here");
        second.awaitState("In call");
        stage.listen(second).untilOnly("bob");
        atBob.fromNow().untilOnly("alice");
        first.awaitText("The sound of this call is on another of your phones.");
        stage.listen(first).untilOnly();
        second.press("Hang up");
        bob.awaitState("Ended");
    }
}
