package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.EventLogFile;

/** The process is killed in the middle of a call. */
@WholeMachine
@ExtendWith(Stage.Extension.class)
class KilledIT {
    @TempDir private Path copies;

    @Test
    void theLogHoldsAllThatWasSeenAndTheNextCallWorks(Stage stage) throws Exception {
        PhonePage alice = stage.phone(ALICE);
        int sipPort = stage.sonnerie().port("sip");
        SoftCall call = stage.carrier().call("+15550100101", sipPort, Terms.of(OUTSIDE));
        alice.answers();
        call.awaitAnswered();
        stage.listen(call.line()).untilOnly("alice");
        alice.press("Hold");
        alice.awaitState("On hold");
        String id = alice.lastCall().get("id").getAsString();

        stage.sonnerie().kill();
        try (EventLogFile log = EventLogFile.copyOf(stage.sonnerie().data(), copies.resolve("1"))) {
            List<String> events = log.events(id);
            assertThat(events).startsWith("Arrived");
            assertThat(events).contains("LegRinging", "LegAnswered", "HoldPressed");
            assertThat(log.sequences(id)).isSorted().doesNotHaveDuplicates();
            assertThat(log.sequences(id).getLast() - log.sequences(id).getFirst())
                    .isEqualTo(events.size() - 1);
        }
        call.line().close();
        alice.abandon();
        stage.sonnerie().restart();

        PhonePage aliceAgain = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        aliceAgain.calls("102");
        bob.answers();
        stage.listen(bob).untilOnly("alice");
        aliceAgain.press("Hang up");
        bob.awaitState("Ended");
        aliceAgain.abandon();
        bob.abandon();

        stage.sonnerie().kill();
        try (EventLogFile log = EventLogFile.copyOf(stage.sonnerie().data(), copies.resolve("2"))) {
            assertThat(log.events(id)).contains("ServerRestarted");
        }
        stage.sonnerie().restart();
    }
}
