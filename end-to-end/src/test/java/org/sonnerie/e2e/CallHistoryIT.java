package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.GREETING;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Admin;
import org.sonnerie.e2e.product.Await;

/** What an admin is told of a call afterwards. */
@ExtendWith(Stage.Extension.class)
class CallHistoryIT {
    private static final Terms CALLER = Terms.of(OUTSIDE);

    @Test
    void theStorySaysWhoDeclinedAndWhoAnsweredAndTheRecordForHowLong(Stage stage) {
        Admin admin = Admin.signIn(stage.sonnerie().address());
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        SoftCall call = throughTheMenu(stage);
        alice.awaitRinging();
        bob.awaitRinging();
        bob.press("Decline");
        bob.awaitQuiet();
        alice.answers();
        stage.listen(call.line()).untilOnly("alice");
        Instant before = call.invited();
        call.hangUp();
        alice.awaitState("Ended");

        JsonObject record =
                Await.untilPresent(
                        "the call's record", () -> newest(admin.read("/calls?limit=1"), before));
        JsonObject time = record.getAsJsonObject("time");
        Duration answeredUntilEnd =
                Duration.between(
                        Instant.parse(time.get("answered").getAsString()),
                        Instant.parse(time.get("ended").getAsString()));
        assertThat(time.get("talkSeconds").getAsDouble())
                .isPositive()
                .isEqualTo(answeredUntilEnd.toMillis() / 1_000.0);
        assertThat(record.getAsJsonObject("ledTo").get("name").getAsString()).isEqualTo("Sales");

        String story = admin.read("/calls/" + record.get("id").getAsString() + "/story").toString();
        assertThat(story)
                .containsSubsequence(
                        " calls +15550100100.",
                        "1 is pressed.",
                        "Bob declined after ",
                        "Alice answered after ",
                        "hangs up. The call is over.");
    }

    private static SoftCall throughTheMenu(Stage stage) {
        int sipPort = stage.sonnerie().port("sip");
        SoftCall call = stage.carrier().call("+15550100100", sipPort, CALLER);
        call.awaitAnswered();
        stage.listen(call.line()).untilOnly(GREETING);
        call.line().press("1");
        return call;
    }

    private static Optional<JsonObject> newest(JsonObject list, Instant since) {
        JsonArray calls = list.getAsJsonArray("calls");
        return StreamSupport.stream(calls.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(one -> began(one).isAfter(since.minusSeconds(1)))
                .findFirst();
    }

    private static Instant began(JsonObject record) {
        return Instant.parse(record.getAsJsonObject("time").get("began").getAsString());
    }
}
