package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.ASKED_TO_AGREE;
import static org.sonnerie.e2e.Cast.CONSENT_ASKED;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.DecodedSound;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Admin;
import org.sonnerie.e2e.sound.Listener;

/** Whoever calls is asked before he is recorded. */
@ExtendWith(Stage.Extension.class)
class ConsentIT {
    private static final String ALICES_NUMBER = "+15550100101";
    private static final int LEFT = 0;
    private static final int RIGHT = 1;

    private Admin admin;

    @BeforeEach
    void ask(Stage stage) {
        admin = Admin.signIn(stage.sonnerie().address());
        JsonObject plan = admin.plan();
        plan.getAsJsonObject("recording").addProperty("consent", "ask");
        admin.publish(plan);
    }

    @AfterEach
    void asBefore() {
        admin.undo();
    }

    @Test
    void whoRefusesTalksOnUnrecordedAndWhoAgreesIsRecorded(Stage stage) {
        Recordings recordings = new Recordings(admin);
        PhonePage alice = stage.phone(ALICE);
        SoftCall refusing = askedBy(alice, stage);
        refusing.line().press("2");
        alice.awaitText("Not recorded: no consent");
        talkOn(alice, refusing, stage);

        SoftCall agreeing = askedBy(alice, stage);
        assertThat(recordings.begun()).isZero();
        agreeing.line().press("1");
        Recordings.awaitShown(alice);
        talkOn(alice, agreeing, stage);

        byte[] file = recordings.download(recordings.awaitNew());
        assertThat(recordings.begun()).isEqualTo(1);
        short[] left = DecodedSound.decode(stage.browsers(), file, LEFT);
        short[] right = DecodedSound.decode(stage.browsers(), file, RIGHT);
        assertThat(Recordings.seconds(left, OUTSIDE)).as("the caller on the left").isNotEmpty();
        assertThat(Recordings.seconds(right, ALICE)).as("Alice on the right").isNotEmpty();
    }

    /** A call that Alice wants to record: the caller hears the question, she that it is asked. */
    private static SoftCall askedBy(PhonePage alice, Stage stage) {
        SoftCall call =
                stage.carrier()
                        .call(ALICES_NUMBER, stage.sonnerie().port("sip"), Terms.of(OUTSIDE));
        alice.answers();
        alice.awaitState("In call");
        stage.listen(alice).untilOnly("outside");
        Listener page = stage.listen(alice);
        Listener line = stage.listen(call.line());
        alice.press("Record");
        alice.awaitText("Not recorded yet: consent is being asked");
        page.untilSaid(CONSENT_ASKED);
        line.untilSaid(ASKED_TO_AGREE);
        return call;
    }

    private static void talkOn(PhonePage alice, SoftCall call, Stage stage) {
        stage.listen(call.line()).untilOnly("alice");
        stage.listen(alice).untilOnly("outside");
        call.hangUp();
        alice.awaitState("Ended");
    }
}
