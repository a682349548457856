package org.sonnerie.e2e;

import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.GREETING;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;

/** A caller from outside and the menu of the company's main number. */
@ExtendWith(Stage.Extension.class)
class MenuIT {
    private static final String MAIN_NUMBER = "+15550100100";

    @Test
    void keyOneRingsSalesAndTheFirstToAnswerHasTheCall(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        SoftCall call = callMenu(stage);
        call.line().press("1");
        alice.awaitRinging();
        bob.awaitRinging();
        bob.answers();
        alice.awaitQuiet();
        stage.listen(bob).untilOnly("outside");
        stage.listen(call.line()).untilOnly("bob");
        call.hangUp();
        bob.awaitState("Ended");
    }

    @Test
    void anExtensionIsDialledDuringTheGreeting(Stage stage) {
        PhonePage bob = stage.phone(BOB);
        SoftCall call = callMenu(stage);
        call.line().press("102");
        bob.answers();
        stage.listen(call.line()).untilOnly("bob");
        bob.press("Hang up");
        call.awaitEnded();
    }

    private static SoftCall callMenu(Stage stage) {
        int sipPort = stage.sonnerie().port("sip");
        SoftCall call = stage.carrier().call(MAIN_NUMBER, sipPort, Terms.of(OUTSIDE));
        call.awaitAnswered();
        stage.listen(call.line()).untilOnly(GREETING);
        return call;
    }
}
