package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.CAROL;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.Looks;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Admin;

/** Carol supervises the queue Support: she hears what Bob says to its callers. */
@WholeMachine
@ExtendWith(Stage.Extension.class)
class SupervisionIT {
    private static final String SUPPORT_NUMBER = "+15550100300";
    private static final String REASON = "A first week on the phone";

    private JsonObject before = new JsonObject();

    private static void makeCarol(Admin admin, String role) {
        for (JsonElement person : admin.read("/people").getAsJsonArray("people")) {
            if (person.getAsJsonObject().get("userName").getAsString().equals(CAROL.name())) {
                JsonObject wish = new JsonObject();
                wish.addProperty("role", role);
                String id = person.getAsJsonObject().get("id").getAsString();
                admin.put("/people/" + id + "/role", wish);
                return;
            }
        }
        throw new AssertionError("no Carol");
    }

    private void letHerSupervise(Stage stage) {
        Admin admin = Admin.signIn(stage.sonnerie().address());
        makeCarol(admin, "supervisor");
        JsonObject plan = admin.plan();
        before = plan.deepCopy();
        JsonObject support = plan.getAsJsonArray("queues").get(0).getAsJsonObject();
        support.add("agents", JsonParser.parseString("[\"bob\"]"));
        support.add("supervisors", JsonParser.parseString("[\"carol\"]"));
        admin.publish(plan);
    }

    @AfterEach
    void asBefore(Stage stage) {
        Admin admin = Admin.signIn(stage.sonnerie().address());
        makeCarol(admin, "employee");
        admin.restore(before);
    }

    @Test
    void sheListensWhispersAndBargesInAndTheyTalkOn(Stage stage) {
        letHerSupervise(stage);
        PhonePage bob = stage.phone(BOB);
        PhonePage carol = stage.phone(CAROL);
        SoftCall call =
                stage.carrier()
                        .call(SUPPORT_NUMBER, stage.sonnerie().port("sip"), Terms.of(OUTSIDE))
                        .awaitAnswered();
        bob.answers();
        stage.listen(call.line()).untilOnly("bob");

        Page live = findsTheCall(stage, carol);
        givesAReason(live);
        carol.answers();
        stage.listen(carol).untilOnly("bob", "outside");
        stage.listen(bob).untilOnly("outside");
        stage.listen(call.line()).untilOnly("bob");

        is(live, "Whisper");
        stage.listen(bob).untilOnly("carol", "outside");
        stage.listen(call.line()).untilOnly("bob");

        is(live, "Barge in");
        stage.listen(call.line()).untilOnly("bob", "carol");
        stage.listen(bob).untilOnly("carol", "outside");
        stage.listen(carol).untilOnly("bob", "outside");

        carol.press("Hang up");
        carol.awaitState("Ended");
        stage.listen(bob).untilOnly("outside");
        stage.listen(call.line()).untilOnly("bob");
        call.hangUp();
        bob.awaitState("Ended");
        isWrittenDown(stage);
    }

    private static Page findsTheCall(Stage stage, PhonePage carol) {
        Page live = carol.page().context().newPage();
        live.navigate(stage.sonnerie().address() + "/admin/live");
        Locator row =
                live.locator("[data-list=calls] > tr")
                        .filter(new Locator.FilterOptions().setHasText("Bob"));
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Listen")).click();
        live.waitForURL(url -> url.contains("/supervise"));
        return live;
    }

    private static void givesAReason(Page live) {
        live.getByLabel("Reason").fill("   ");
        ringsHer(live);
        live.getByRole(AriaRole.ALERT).getByText("Give a reason").waitFor();
        Looks looks = new Looks(live);
        looks.asServed("supervise");
        assertThat(looks.faults()).isEmpty();
        live.getByLabel("Reason").fill(REASON);
        ringsHer(live);
        live.getByText("Your phone rings").waitFor();
    }

    private static void ringsHer(Page live) {
        live.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Hear the call by phone"))
                .click();
    }

    private static void is(Page live, String manner) {
        live.getByLabel(manner).check();
        ringsHer(live);
        live.getByText("who hears you has changed").waitFor();
    }

    private static void isWrittenDown(Stage stage) {
        JsonObject log = Admin.signIn(stage.sonnerie().address()).read("/audit-log");
        assertThat(log.toString()).contains(REASON, "carol");
    }
}
