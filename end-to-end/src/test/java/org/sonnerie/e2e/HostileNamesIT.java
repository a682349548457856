package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.NOBODY;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.AdminDoor;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Admin;
import org.sonnerie.e2e.product.Await;

/** A caller, a colleague and a queue have names that would be scripts: they are read, not run. */
@ExtendWith(Stage.Extension.class)
class HostileNamesIT {
    private static final String SUPPORT_NUMBER = "+15550100300";
    private static final String CALLER = "<img src=x onerror=window.hacked=1>";
    private static final String COLLEAGUE = "Bob\"><script>window.hacked=2</script>";
    private static final String QUEUE = "'-window.hacked=3-'<svg onload=window.hacked=4>";
    private static final String UNHARMED =
            "() => window.hacked === undefined && !document.querySelector('img[src=x]')"
                    + " && !document.querySelector('svg[onload]')"
                    + " && ![...document.scripts].some(one => one.text.includes('hacked'))";

    private Admin admin;
    private JsonObject before;
    private final List<String> harmed = new ArrayList<>();

    @BeforeEach
    void nameThem(Stage stage) {
        admin = Admin.signIn(stage.sonnerie().address());
        JsonObject plan = admin.plan();
        before = plan.deepCopy();
        call(plan.getAsJsonArray("people"), "bob", COLLEAGUE);
        call(plan.getAsJsonArray("queues"), "support", QUEUE);
        admin.publish(plan);
    }

    private static void call(JsonArray all, String id, String name) {
        for (JsonElement one : all) {
            if (one.getAsJsonObject().get("id").getAsString().equals(id)) {
                one.getAsJsonObject().addProperty("name", name);
            }
        }
    }

    @AfterEach
    void asBefore() {
        admin.restore(before);
    }

    private void look(Page page, String where) {
        if (!(Boolean) page.evaluate(UNHARMED)) {
            harmed.add(where);
        }
    }

    private void reads(Stage stage, Page page, String place, String... texts) {
        page.navigate(stage.sonnerie().address() + place);
        for (String text : texts) {
            page.getByText(text).first().waitFor();
        }
        look(page, place);
    }

    @Test
    void noPageRunsThem(Stage stage) {
        PhonePage bob = stage.phone(BOB);
        SoftCall call =
                stage.carrier()
                        .call(
                                SUPPORT_NUMBER,
                                stage.sonnerie().port("sip"),
                                Terms.of(OUTSIDE).named(CALLER))
                        .awaitAnswered();
        bob.awaitRinging();
        bob.awaitText(CALLER);
        look(bob.page(), "the phone that rings");
        bob.answers();
        bob.awaitState("In call");
        look(bob.page(), "the phone in a call");

        Page page = stage.opened(stage.browsers().fresh(NOBODY, "en-GB")).newPage();
        AdminDoor.open(page, stage.sonnerie().address(), "Live calls");
        reads(stage, page, "/admin/live", CALLER, COLLEAGUE, QUEUE);
        reads(stage, page, "/admin/wallboard", QUEUE);
        call.hangUp();
        bob.awaitState("Ended");
        look(bob.page(), "the phone after a call");
        assertThat(bob.troubles()).isEmpty();

        Await.until(
                "the record of the call",
                () -> admin.read("/calls?limit=1").toString().contains("onerror"));
        reads(stage, page, "/admin/history", CALLER);
        String id =
                admin.read("/calls?limit=1")
                        .getAsJsonArray("calls")
                        .get(0)
                        .getAsJsonObject()
                        .get("id")
                        .getAsString();
        reads(stage, page, "/admin/history/" + id, COLLEAGUE, QUEUE);
        for (String place :
                List.of(
                        "people",
                        "people/bob",
                        "queues",
                        "queues/support",
                        "call-flows",
                        "reports")) {
            reads(stage, page, "/admin/" + place);
        }
        reads(stage, page, "/admin/audit-log", "Published");
        assertThat(harmed).isEmpty();
    }
}
