package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.CLOSED;
import static org.sonnerie.e2e.Cast.GREETING;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Admin;

/** Callers whom the plan knows, and callers who choose nothing. */
@ExtendWith(Stage.Extension.class)
class ScreeningIT {
    private static final String MAIN_NUMBER = "+15550100100";
    private static final Terms CALLER = Terms.of(OUTSIDE);

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
    void whoIsImportantGoesPastTheMenuStraightToAlice(Stage stage) {
        screen(CALLER.number(), "person:alice");
        PhonePage alice = stage.phone(ALICE);

        SoftCall call = call(stage);
        call.awaitStatus(180);
        alice.answers();
        call.awaitAnswered();
        stage.listen(alice).untilOnly("outside");
        stage.listen(call.line()).untilOnly("alice");
        call.hangUp();
        alice.awaitState("Ended");
    }

    @Test
    void whoIsBlockedIsRefusedUnanswered(Stage stage) {
        screen(CALLER.number().substring(0, 5) + "*", "hangup");

        SoftCall call = call(stage);
        call.awaitStatus(486);
        assertThat(call.statuses()).doesNotContain(180, 183, 200);
    }

    @Test
    void whoChoosesNothingHearsAnAnnouncementAndIsLedOnToBob(Stage stage) {
        JsonObject plan = admin.plan();
        JsonObject menu = plan.getAsJsonArray("menus").get(0).getAsJsonObject();
        menu.addProperty("timeoutSeconds", 1);
        menu.addProperty("maxTries", 1);
        menu.addProperty("afterTimeout", "announcement:closed");
        Admin.add(
                plan,
                "announcements",
                """
                {"id": "closed", "name": "Closed", "extension": "501", "prompt": "closed",
                 "then": "person:bob"}\
                """);
        admin.publish(plan);
        PhonePage bob = stage.phone(BOB);

        SoftCall call = call(stage);
        call.awaitAnswered();
        stage.listen(call.line()).untilOnly(GREETING);
        stage.listen(call.line()).until("that it is closed", 1, s -> s.hearsOnly(CLOSED));
        bob.answers();
        stage.listen(bob).untilOnly("outside");
        stage.listen(call.line()).untilOnly("bob");
        call.hangUp();
        bob.awaitState("Ended");
    }

    private static SoftCall call(Stage stage) {
        return stage.carrier().call(MAIN_NUMBER, stage.sonnerie().port("sip"), CALLER);
    }

    private void screen(String numbers, String to) {
        JsonObject plan = admin.plan();
        Admin.add(
                plan,
                "callers",
                """
                {"id": "known", "name": "Known", "numbers": ["%s"]}\
                """
                        .formatted(numbers));
        Admin.add(
                plan,
                "screening",
                """
                {"list": "known", "to": "%s"}\
                """
                        .formatted(to));
        admin.publish(plan);
    }
}
