package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Admin;
import org.sonnerie.e2e.product.Await;
import org.sonnerie.e2e.product.LossyProxy;

/** The one sentence that says afterwards how a call sounded, and whose side was to blame. */
@WholeMachine
@ExtendWith(Stage.Extension.class)
class SoundVerdictIT {
    private static final int LOST_FOR_SURE = 100;

    @Test
    void aLossyNetworkIsNamedToTheAdminAndToHerWhoseItIs(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        LossyProxy network =
                stage.opened(LossyProxy.before(stage.sonnerie().port("media"), 20_261_126));
        alice.ear().goThrough("127.0.0.1", network.port());
        SoftCall call = talk(stage, alice);
        network.become(0.12, 20);
        Await.until("packets are lost", () -> network.lost() > LOST_FOR_SURE);
        alice.page().getByText(Pattern.compile("Sound: (fair|poor)")).waitFor();
        alice.page().getByText(Pattern.compile("[1-9][\\d.]*% (of your voice )?lost")).waitFor();
        network.become(0, 0);
        stage.listen(call.line()).untilOnly("alice");
        int before = stories(alice).count();
        call.hangUp();
        alice.awaitState("Ended");

        Admin admin = Admin.signIn(stage.sonnerie().address());
        String id = kept(admin, call);
        assertThat(sound(admin, id))
                .startsWith("Bad sound from ")
                .containsPattern("Alice’s network lost \\d+\u00a0% of the packets")
                .doesNotContain("carrier’s side lost");
        assertThat(admin.read("/calls/" + id + "/facts").toString())
                .as("what her page told, too")
                .contains("\"page\":{\"packets\":");
        assertThat(readByHerself(alice, before))
                .containsPattern("your network lost \\d+\u00a0% of the packets");
    }

    @Test
    void aCleanCallIsGood(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        SoftCall call = talk(stage, alice);
        stage.listen(call.line()).next(5);
        alice.awaitText("Sound: good");
        alice.page().getByText(Pattern.compile("0% lost.* UDP$")).waitFor();
        call.hangUp();
        alice.awaitState("Ended");

        Admin admin = Admin.signIn(stage.sonnerie().address());
        assertThat(sound(admin, kept(admin, call))).isEqualTo("The sound was good the whole time.");
    }

    private static SoftCall talk(Stage stage, PhonePage alice) {
        int sipPort = stage.sonnerie().port("sip");
        SoftCall call = stage.carrier().call("+15550100101", sipPort, Terms.of(OUTSIDE));
        alice.answers();
        call.awaitAnswered();
        stage.listen(call.line()).untilOnly("alice");
        stage.listen(alice).untilOnly("outside");
        return call;
    }

    /** The call's id, once its record and the facts of both its legs are there. */
    private static String kept(Admin admin, SoftCall call) {
        return Await.untilPresent(
                "the call's record and facts",
                () ->
                        calls(admin, call.invited())
                                .map(one -> one.get("id").getAsString())
                                .filter(id -> legs(admin, id) == 2)
                                .findFirst());
    }

    private static Stream<JsonObject> calls(Admin admin, Instant since) {
        JsonArray newest = admin.read("/calls?limit=1").getAsJsonArray("calls");
        return StreamSupport.stream(newest.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(one -> began(one).isAfter(since.minusSeconds(1)));
    }

    private static Instant began(JsonObject record) {
        return Instant.parse(record.getAsJsonObject("time").get("began").getAsString());
    }

    private static int legs(Admin admin, String id) {
        return admin.read("/calls/" + id + "/facts").getAsJsonArray("legs").size();
    }

    private static String sound(Admin admin, String id) {
        return admin.read("/calls/" + id + "/story").get("sound").getAsString();
    }

    private static Locator stories(PhonePage alice) {
        return alice.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile("^Story of the call with ")));
    }

    /** Opens the newest call's story on her phone page, once it stands there, and reads it. */
    private static String readByHerself(PhonePage alice, int before) {
        Page page = alice.page();
        page.waitForCondition(() -> stories(alice).count() > before);
        stories(alice).first().click();
        Locator told = page.locator(".story");
        told.getByText("hangs up").waitFor();
        return told.textContent();
    }
}
