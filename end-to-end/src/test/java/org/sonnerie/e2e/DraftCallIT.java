package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.CLOSED;
import static org.sonnerie.e2e.Cast.GREETING;
import static org.sonnerie.e2e.Cast.NOBODY;
import static org.sonnerie.e2e.Cast.TRIAL;

import com.google.gson.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.DraftPage;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.product.Admin;
import org.sonnerie.e2e.sound.Listener;

/** The admin calls a draft before it is published. */
@ExtendWith(Stage.Extension.class)
class DraftCallIT {
    private static final String NUMBER = "+15550100600";
    private static final String MONDAY = "2030-01-07T10:00";
    private static final String SUNDAY = "2030-01-06T10:00";

    private Admin admin;

    @BeforeEach
    void put(Stage stage) {
        admin = Admin.signIn(stage.sonnerie().address());
        admin.draft(opensOnMondays(admin.plan()));
    }

    @AfterEach
    void discard() {
        admin.discard();
    }

    @Test
    void aDraftIsCalledOnASundayAndOnAMondayAndNoPhoneRings(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        Set<String> before = alice.shown();
        DraftPage draft =
                stage.opened(
                        DraftPage.open(stage.sonnerie().address(), stage.browsers().fresh(NOBODY)));
        assertThat(draft.text()).contains("hours \"Shop\"", NUMBER);

        Listener atAdmin = stage.listen(draft.ear());
        draft.calls(NUMBER, SUNDAY, "Answers");
        atAdmin.until("that it is closed", 1, s -> s.hearsOnly(CLOSED));
        draft.awaitState("Ended");
        draft.awaitLine("10:00");

        draft.calls(NUMBER, MONDAY, "Answers");
        draft.awaitState("In call");
        stage.listen(draft.ear()).untilOnly(GREETING);
        draft.press("0");
        draft.awaitLine("Alice");
        stage.listen(draft.ear()).until("that it is through", 1, s -> s.hearsOnly(TRIAL));
        draft.press("Hang up");
        draft.awaitState("Ended");
        assertThat(alice.shown()).as("what Alice's phone showed").isEqualTo(before);
    }

    private static JsonObject opensOnMondays(JsonObject plan) {
        Admin.add(
                plan,
                "hours",
                """
                {"id": "shop", "name": "Shop", "timeZone": null,
                 "week": {"mon": ["08:00-20:00"]}, "holidays": []}\
                """);
        Admin.add(
                plan,
                "routes",
                """
                {"id": "door", "name": "Door", "extension": "500", "hours": "shop",
                 "open": "menu:main", "closed": "announcement:closed", "holiday": null}\
                """);
        Admin.add(
                plan,
                "announcements",
                """
                {"id": "closed", "name": "Closed", "extension": "501", "prompt": "closed",
                 "then": "hangup"}\
                """);
        Admin.add(plan, "numbers", "{\"number\": \"" + NUMBER + "\", \"to\": \"route:door\"}");
        return plan;
    }
}
