package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.LossyProxy;
import org.sonnerie.e2e.sound.Listener;
import org.sonnerie.e2e.sound.Reference;
import org.sonnerie.e2e.sound.Second;
import org.sonnerie.e2e.sound.Voice;

/** Alice's network loses a tenth of all packets and delays each by up to 80 ms. */
@WholeMachine
@ExtendWith(Stage.Extension.class)
class BadNetworkIT {
    @Test
    void alicesVoiceComesThroughWithoutPauses(Stage stage) {
        Voice voice = ALICE.vowels();
        PhonePage alice = stage.phone(voice);
        LossyProxy network =
                stage.opened(LossyProxy.before(stage.sonnerie().port("media"), 20_261_123));
        alice.ear().goThrough("127.0.0.1", network.port());
        SoftCall call =
                stage.carrier()
                        .call("+15550100101", stage.sonnerie().port("sip"), Terms.of(OUTSIDE));
        alice.answers();
        call.awaitAnswered();
        Listener outside =
                new Listener(
                        call.line(),
                        List.of(
                                Reference.of(voice),
                                Reference.of(BOB.vowels()),
                                Reference.of(OUTSIDE)));
        outside.untilOnly("alice");
        assertThat(network.passed()).isPositive();

        network.become(0.1, 80);
        outside.fromNow().next(3);
        List<Second> seconds = outside.next(10);
        assertThat(network.lost()).isGreaterThan(50);
        assertThat(seconds).allMatch(s -> !s.isSilent());
        long clear = seconds.stream().filter(s -> s.hearsOnly("alice")).count();
        assertThat(clear).as("of 10 seconds " + seconds).isGreaterThanOrEqualTo(8);
        outside.untilOnly("alice");
        network.become(0, 0);
        outside.fromNow().until("alice, clear again", s -> s.match("alice").ncc() > 0.8);
        stage.listen(alice).untilOnly("outside");

        alice.press("Hang up");
        call.awaitEnded();
    }
}
