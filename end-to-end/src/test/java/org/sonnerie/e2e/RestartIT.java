package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.sound.Listener;

/** The server is killed in the middle of a call between two pages, and started again. */
@ExtendWith(Stage.Extension.class)
class RestartIT {
    @Test
    void bothPagesGoOnWithTheSameCallAndNobodySignsInAgain(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        alice.calls("102");
        bob.answers();
        Listener atBob = stage.listen(bob);
        atBob.untilOnly("alice");
        stage.listen(alice).untilOnly("bob");
        String callBefore = alice.lastCall().get("id").getAsString();

        stage.sonnerie().kill();
        alice.awaitState("Reconnecting");
        bob.awaitState("Reconnecting");
        alice.awaitText("Not connected. Trying again…");
        stage.sonnerie().restart();
        alice.awaitState("In call");
        bob.awaitState("In call");
        // However long the machine took to start the server.
        atBob.fromNow();
        alice.awaitText("The connection was lost for");
        stage.listen(alice).untilOnly("bob");
        atBob.untilOnly("alice");

        assertThat(alice.lastCall().get("id").getAsString()).isEqualTo(callBefore);
        alice.press("Hang up");
        bob.awaitState("Ended");
    }
}
