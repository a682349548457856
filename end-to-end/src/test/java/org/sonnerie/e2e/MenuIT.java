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

    /** A carrier without RFC 4733: its callers' keys are tones. */
    @Test
    void keyOneAsAToneRingsSales(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        SoftCall call = callMenu(stage, Terms.of(OUTSIDE).withoutEvents());
        call.line().press("1");
        alice.awaitRinging();
        bob.awaitRinging();
        call.hangUp();
        alice.awaitQuiet();
        bob.awaitQuiet();
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
        return callMenu(stage, Terms.of(OUTSIDE));
    }

    private static SoftCall callMenu(Stage stage, Terms terms) {
        int sipPort = stage.sonnerie().port("sip");
        SoftCall call = stage.carrier().call(MAIN_NUMBER, sipPort, terms);
        call.awaitAnswered();
        stage.listen(call.line()).untilOnly(GREETING);
        return call;
    }
}
