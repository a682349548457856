package org.sonnerie.e2e;

import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.CLOSED;
import static org.sonnerie.e2e.Cast.GREETING;
import static org.sonnerie.e2e.Cast.HOLIDAY;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import com.google.gson.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Admin;

/** The admin publishes opening hours for a new number; callers from outside meet them. */
@ExtendWith(Stage.Extension.class)
class OpeningHoursIT {
    private static final String NUMBER = "+15550100500";
    private static final String NEVER = "{}";
    private static final String ALWAYS =
            """
            {"mon": ["00:00-24:00"], "tue": ["00:00-24:00"], "wed": ["00:00-24:00"],
             "thu": ["00:00-24:00"], "fri": ["00:00-24:00"], "sat": ["00:00-24:00"],
             "sun": ["00:00-24:00"]}\
            """;

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
    void whenItIsClosedThatIsSaidAndTheCallEnds(Stage stage) {
        publish(NEVER, "[]");

        SoftCall call = call(stage);
        call.awaitAnswered();
        stage.listen(call.line()).until("that it is closed", 1, s -> s.hearsOnly(CLOSED));
        call.awaitEnded();
    }

    @Test
    void onAHolidayThatIsSaidAndWhoIsOnDutyRings(Stage stage) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        publish(
                ALWAYS,
                """
                [{"from": "%s", "to": "%s", "name": "Baker's day"}]\
                """
                        .formatted(today.minusDays(1), today.plusDays(1)));
        PhonePage bob = stage.phone(BOB);

        SoftCall call = call(stage);
        call.awaitAnswered();
        stage.listen(call.line()).until("that it is a holiday", 1, s -> s.hearsOnly(HOLIDAY));
        bob.answers();
        stage.listen(bob).untilOnly("outside");
        stage.listen(call.line()).untilOnly("bob");
        call.hangUp();
        bob.awaitState("Ended");
    }

    @Test
    void whileItIsOpenTheMenuGreets(Stage stage) {
        publish(ALWAYS, "[]");

        SoftCall call = call(stage);
        call.awaitAnswered();
        stage.listen(call.line()).untilOnly(GREETING);
        call.hangUp();
    }

    private static SoftCall call(Stage stage) {
        return stage.carrier().call(NUMBER, stage.sonnerie().port("sip"), Terms.of(OUTSIDE));
    }

    /** The shop's number leads through hours that say this; closed it hangs up, on holidays Bob. */
    private void publish(String week, String holidays) {
        JsonObject plan = admin.plan();
        Admin.add(
                plan,
                "hours",
                """
                {"id": "shop", "name": "Shop", "timeZone": null, "week": %s, "holidays": %s}\
                """
                        .formatted(week, holidays));
        Admin.add(
                plan,
                "routes",
                """
                {"id": "door", "name": "Door", "extension": "500", "hours": "shop",
                 "open": "menu:main", "closed": "announcement:closed",
                 "holiday": "announcement:holiday"}\
                """);
        Admin.add(
                plan,
                "announcements",
                """
                {"id": "closed", "name": "Closed", "extension": "501", "prompt": "closed",
                 "then": "hangup"}\
                """);
        Admin.add(
                plan,
                "announcements",
                """
                {"id": "holiday", "name": "Holiday", "extension": "502",
                 "prompt": "closed-holiday", "then": "person:bob"}\
                """);
        Admin.add(plan, "numbers", "{\"number\": \"" + NUMBER + "\", \"to\": \"route:door\"}");
        admin.publish(plan);
    }
}
