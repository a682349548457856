package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.ASKED_TO_ACCEPT;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.CAROL;
import static org.sonnerie.e2e.Cast.MUSIC;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.SoftCarrier;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Admin;
import org.sonnerie.e2e.sound.Voice;

/** Groups that ring one after another, and calls that people have forwarded. */
@ExtendWith(Stage.Extension.class)
class ReachingPeopleIT {
    private static final String ALICES_NUMBER = "+15550100101";
    private static final String SALES_NUMBER = "+15550100200";
    private static final String MOBILE = "+33145678901";

    private Admin admin;

    @BeforeEach
    void signIn(Stage stage) {
        admin = Admin.signIn(stage.sonnerie().address());
    }

    @AfterEach
    void takeBack() {
        admin.undo();
    }

    @Test
    void bobDeclinesAndCarolIsRungWhileTheCallerHearsMusic(Stage stage) {
        JsonObject plan = admin.plan();
        JsonObject sales = plan.getAsJsonArray("groups").get(0).getAsJsonObject();
        sales.add("members", JsonParser.parseString("[\"bob\", \"carol\"]"));
        sales.addProperty("ringSeconds", 60);
        sales.addProperty("memberSeconds", 30);
        sales.addProperty("strategy", "in-order");
        sales.addProperty("hears", "music");
        admin.publish(plan);
        PhonePage bob = stage.phone(BOB);
        PhonePage carol = stage.phone(CAROL);

        SoftCall call = call(stage, stage.carrier(), SALES_NUMBER, OUTSIDE);
        call.awaitAnswered();
        bob.awaitRinging();
        stage.listen(call.line()).untilOnly(MUSIC);
        bob.press("Decline");
        carol.awaitRinging();
        stage.listen(call.line()).untilOnly(MUSIC);
        carol.answers();
        stage.listen(carol).untilOnly("outside");
        stage.listen(call.line()).untilOnly("carol");
        carol.press("Hang up");
        call.awaitEnded();
    }

    @Test
    void whatRingsInVainAtBobGoesToHisMobile(Stage stage) {
        forward(1, "noAnswer", 2);
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        SoftCarrier carrier = stage.carrier();

        alice.calls("102");
        bob.awaitRinging();
        SoftCall mobile = carrier.awaitCall().awaitAnswered();
        assertThat(mobile.calledUri()).startsWith("sip:" + MOBILE + "@");
        alice.awaitState("In call");
        stage.listen(alice).untilOnly("outside");
        stage.listen(mobile.line()).untilOnly("alice");
        bob.awaitQuiet();
        mobile.hangUp();
        alice.awaitState("Ended");
    }

    @Test
    void aCallFromOutsideGoesOutToAlicesMobileWhileSheHasNoPhone(Stage stage) {
        forward(0, "unreachable", 20);
        SoftCarrier carrier = stage.carrier();

        SoftCall call = call(stage, carrier, ALICES_NUMBER, CAROL);
        SoftCall mobile = carrier.awaitCall().awaitAnswered();
        call.awaitAnswered();
        stage.listen(call.line()).untilOnly("outside");
        stage.listen(mobile.line()).untilOnly("carol");
        call.hangUp();
        mobile.awaitEnded();
    }

    @Test
    void whoeverAnswersBobsMobileHearsThatHeMustAcceptAndThenTalks(Stage stage) {
        JsonObject plan = admin.plan();
        plan.getAsJsonArray("people")
                .get(1)
                .getAsJsonObject()
                .getAsJsonObject("reach")
                .add(
                        "followMe",
                        JsonParser.parseString(
                                "{\"number\": \"" + MOBILE + "\", \"afterSeconds\": 5}"));
        admin.publish(plan);
        PhonePage alice = stage.phone(ALICE);
        SoftCarrier carrier = stage.carrier();

        alice.calls("102");
        SoftCall mobile = carrier.awaitCall().awaitAnswered();
        stage.listen(mobile.line())
                .until("that it must be accepted", 1, s -> s.hearsOnly(ASKED_TO_ACCEPT));
        alice.awaitState("Ringing");
        mobile.line().press("1");
        alice.awaitState("In call");
        stage.listen(alice).untilOnly("outside");
        stage.listen(mobile.line()).untilOnly("alice");
        alice.press("Hang up");
        mobile.awaitEnded();
    }

    private static SoftCall call(Stage stage, SoftCarrier carrier, String number, Voice voice) {
        return carrier.call(number, stage.sonnerie().port("sip"), Terms.of(voice));
    }

    private void forward(int person, String when, int ringSeconds) {
        JsonObject plan = admin.plan();
        JsonObject who = plan.getAsJsonArray("people").get(person).getAsJsonObject();
        who.addProperty("ringSeconds", ringSeconds);
        who.getAsJsonObject("reach").addProperty(when, "outside:" + MOBILE);
        admin.publish(plan);
    }
}
