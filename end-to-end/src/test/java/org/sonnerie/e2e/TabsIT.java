package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.sound.Listener;

/** Alice has her phone open in two tabs of one browser. */
@ExtendWith(Stage.Extension.class)
class TabsIT {
    /** Counts the notes of ring tones. */
    static final String NOTES =
            """
            window.notes = 0;
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (...at) {
              window.notes++;
              return start.apply(this, at);
            };
            """;

    @Test
    void oneRingsAndEitherAnswersMutesAndTakesTheCallOver(Stage stage) {
        PhonePage first = phone(stage, NOTES);
        PhonePage second = stage.opened(first.anotherTab());
        PhonePage bob = stage.phone(BOB);
        bob.calls("101");
        first.awaitRinging();
        second.awaitRinging();
        first.page().waitForCondition(() -> notes(first) + notes(second) > 0);
        assertThat(Math.min(notes(first), notes(second))).isZero();
        PhonePage shows = notes(first) > 0 ? second : first;
        PhonePage rings = shows == first ? second : first;

        shows.answers();
        Listener atBob = stage.listen(bob);
        atBob.untilOnly("alice");
        stage.listen(shows).untilOnly("bob");
        rings.awaitState("In call");
        rings.awaitText("The sound of this call is in another tab of this browser.");

        rings.press("Mute");
        atBob.fromNow().untilOnly();
        rings.press("Unmute");
        atBob.fromNow().untilOnly("alice");

        shows.page().close();
        rings.page().waitForCondition(() -> carries(rings));
        atBob.fromNow().untilOnly("alice");
        stage.listen(rings).untilOnly("bob");
        rings.press("Hang up");
        bob.awaitState("Ended");
    }

    private static PhonePage phone(Stage stage, String script) {
        BrowserContext context = stage.browsers().fresh(ALICE);
        context.addInitScript(script);
        return stage.opened(PhonePage.signIn("alice", stage.sonnerie().address(), context));
    }

    private static int notes(PhonePage phone) {
        return (int) phone.page().evaluate("() => window.notes");
    }

    private static boolean carries(PhonePage phone) {
        JsonObject call = phone.lastCall();
        return call.get("media").getAsString().equals("here");
    }
}
