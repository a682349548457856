package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.CAROL;
import static org.sonnerie.e2e.Cast.HOLIDAY;
import static org.sonnerie.e2e.Cast.MUSIC;
import static org.sonnerie.e2e.Cast.OUTSIDE;
import static org.sonnerie.e2e.Cast.QUEUE_NEXT;
import static org.sonnerie.e2e.Cast.QUEUE_POSITION;
import static org.sonnerie.e2e.Cast.VOICEMAIL_OF_A_GROUP;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Admin;

/** Callers from outside who wait for an agent of the queue Support: Bob or Carol. */
@ExtendWith(Stage.Extension.class)
class QueueIT {
    private static final String SUPPORT_NUMBER = "+15550100300";

    @Test
    void theCallerHearsMusicUntilOneOfTheAgentsTakesTheCall(Stage stage) {
        PhonePage bob = stage.phone(BOB);
        PhonePage carol = stage.phone(CAROL);
        SoftCall call = call(stage);
        stage.listen(call.line()).untilOnly(QUEUE_NEXT);
        bob.awaitRinging();
        carol.awaitRinging();
        stage.listen(call.line()).untilOnly(MUSIC);
        carol.answers();
        bob.awaitQuiet();
        stage.listen(carol).untilOnly("outside");
        stage.listen(call.line()).untilOnly("carol");
        call.hangUp();
        carol.awaitState("Ended");
    }

    @Test
    void theSecondIsToldHisPlaceAndIsServedWhenTheAgentIsFree(Stage stage) {
        PhonePage bob = stage.phone(BOB);
        SoftCall first = call(stage);
        bob.answers();
        stage.listen(first.line()).untilOnly("bob");

        SoftCall second = call(stage);
        SoftCall third = call(stage);
        stage.listen(third.line())
                .until("his place", 1, sounds -> sounds.hearsOnly(QUEUE_POSITION));
        stage.listen(second.line()).untilOnly(MUSIC);
        third.hangUp();
        first.hangUp();
        bob.awaitRinging();
        bob.answers();
        stage.listen(second.line()).untilOnly("bob");
        bob.press("Hang up");
        second.awaitEnded();
    }

    @Test
    void aKeyLeadsToTheMailboxAndSoDoesAQueueWithoutAgents(Stage stage) {
        SoftCall alone = call(stage);
        stage.listen(alone.line()).untilOnly(VOICEMAIL_OF_A_GROUP);
        alone.hangUp();

        PhonePage bob = stage.phone(BOB);
        SoftCall call = call(stage);
        bob.awaitRinging();
        call.line().press("1");
        bob.awaitQuiet();
        stage.listen(call.line()).untilOnly(VOICEMAIL_OF_A_GROUP);
        call.hangUp();
    }

    @Test
    void anAdvertIsHeardAndWhoeverWaitsTooLongIsLedOn(Stage stage) {
        Admin admin = Admin.signIn(stage.sonnerie().address());
        JsonObject plan = admin.plan();
        JsonObject support = plan.getAsJsonArray("queues").get(0).getAsJsonObject();
        support.add("adverts", JsonParser.parseString("[\"closed-holiday\"]"));
        support.addProperty("announceSeconds", 10);
        support.addProperty("ringSeconds", 60);
        support.addProperty("maxWaitSeconds", 30);
        support.addProperty("whenTooLong", "person:alice");
        admin.publish(plan);
        try {
            PhonePage alice = stage.phone(ALICE);
            PhonePage bob = stage.phone(BOB);
            SoftCall call = call(stage);
            bob.awaitRinging();
            stage.listen(call.line()).until("an advert", 1, s -> s.hearsOnly(HOLIDAY));
            alice.awaitRinging();
            bob.awaitQuiet();
            alice.answers();
            stage.listen(alice).untilOnly("outside");
            stage.listen(call.line()).untilOnly("alice");
            call.hangUp();
        } finally {
            admin.undo();
        }
    }

    @Test
    void whoeverWrapsUpOrPausesIsNotRung(Stage stage) {
        Admin admin = Admin.signIn(stage.sonnerie().address());
        JsonObject plan = admin.plan();
        plan.getAsJsonArray("queues").get(0).getAsJsonObject().addProperty("wrapUpSeconds", 20);
        admin.publish(plan);
        try {
            PhonePage bob = stage.phone(BOB);
            SoftCall first = call(stage);
            bob.answers();
            stage.listen(first.line()).untilOnly("bob");
            first.hangUp();
            bob.awaitState("Ended");
            String served = id(bob);

            SoftCall second = call(stage);
            stage.listen(second.line()).untilOnly(MUSIC);
            assertThat(id(bob)).as("while he wraps up").isEqualTo(served);
            bob.awaitRinging();
            bob.answers();
            stage.listen(second.line()).untilOnly("bob");
            bob.press("Hang up");
            second.awaitEnded();
            pauses(stage, bob);
        } finally {
            admin.undo();
        }
    }

    private static void pauses(Stage stage, PhonePage bob) {
        bob.page().getByLabel("Pause").selectOption("Lunch");
        PhonePage carol = stage.phone(CAROL);
        String served = id(bob);
        SoftCall call = call(stage);
        carol.answers();
        stage.listen(call.line()).untilOnly("carol");
        assertThat(id(bob)).as("while he pauses").isEqualTo(served);

        bob.page().getByLabel("Pause").selectOption("");
        SoftCall next = call(stage);
        bob.awaitRinging();
        next.hangUp();
        bob.awaitQuiet();
        call.hangUp();
    }

    private static String id(PhonePage phone) {
        return phone.lastCall().get("id").getAsString();
    }

    private static SoftCall call(Stage stage) {
        return stage.carrier()
                .call(SUPPORT_NUMBER, stage.sonnerie().port("sip"), Terms.of(OUTSIDE))
                .awaitAnswered();
    }
}
