package org.sonnerie.e2e;

import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.product.Admin;
import org.sonnerie.e2e.product.Await;

/** A program asks that Alice call Bob. */
@ExtendWith(Stage.Extension.class)
class ClickToCallIT {
    @Test
    void herPhoneRingsThenHisAndEachHearsTheOther(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        Admin admin = Admin.signIn(stage.sonnerie().address());
        JsonObject wish = new JsonObject();
        wish.addProperty("person", "alice");
        wish.addProperty("to", "102");

        String call = admin.post("/calls", wish).get("call").getAsString();
        alice.awaitRinging();
        bob.awaitNoCall();
        alice.answers();
        bob.awaitRinging();
        alice.awaitState("Ringing");
        bob.answers();
        alice.awaitState("In call");
        stage.listen(alice).untilOnly("bob");
        stage.listen(bob).untilOnly("alice");

        alice.press("Hang up");
        bob.awaitState("Ended");
        Await.until(
                "the story says who asked",
                () -> admin.read("/calls/" + call + "/story").toString().contains("asks that"));
    }
}
