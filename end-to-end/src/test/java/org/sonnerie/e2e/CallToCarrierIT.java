package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.NOT_AVAILABLE;
import static org.sonnerie.e2e.Cast.OUTSIDE;
import static org.sonnerie.e2e.Cast.VOICEMAIL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.Baresip;
import org.sonnerie.e2e.carrier.Conduct;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.SoftCarrier;
import org.sonnerie.e2e.sound.Cadence;
import org.sonnerie.e2e.sound.G711;
import org.sonnerie.e2e.sound.Listener;
import org.sonnerie.e2e.sound.Second;

/** Alice calls the public phone network. */
@ExtendWith(Stage.Extension.class)
class CallToCarrierIT {
    private static final String NOT_OPEN = "This number is not open from here";

    // The tones of France, where the demo company is.
    private static final Cadence RING_BACK = Cadence.of(440, 1500, 0, 3500);
    private static final Cadence BUSY = Cadence.of(440, 500, 0, 500);
    private static final Cadence ERROR = Cadence.of(440, 250, 0, 250);
    private static final Cadence UNKNOWN = Cadence.of(950, 330, 1400, 330, 1800, 330, 0, 1000);

    @Test
    void aNationalNumberReachesBaresip(Stage stage) {
        talkToBaresip(stage, "0145678901", "+33145678901");
    }

    @Test
    void anInternationalNumberReachesBaresip(Stage stage) {
        talkToBaresip(stage, "+33145678902", "+33145678902");
    }

    @Test
    void theCarrierIsAskedForTheWholeNumberAndHearsKeys(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        SoftCarrier carrier = stage.carrier();
        alice.calls("0145678901");
        SoftCall call = carrier.awaitCall().awaitAnswered();
        assertThat(call.calledUri()).startsWith("sip:+33145678901@");
        alice.awaitState("In call");
        stage.listen(call.line()).untilOnly("alice");
        stage.listen(alice).untilOnly("outside");
        alice.presses("42#");
        call.awaitPressed("42#");
        alice.press("Hang up");
        call.awaitEnded();
    }

    @Test
    void earlyMediaIsHeardBeforeTheAnswer(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        SoftCarrier carrier = stage.carrier();
        carrier.conduct(Conduct.PLAYS_EARLY_MEDIA);
        alice.calls("0145678901");
        SoftCall call = carrier.awaitCall();
        stage.listen(alice).untilOnly("outside");
        call.answer();
        alice.awaitState("In call");
        call.hangUp();
        alice.awaitState("Ended");
    }

    @Test
    void ringingIsHeardWhileNobodyAnswers(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        SoftCall call = leftRinging(stage, alice);
        assertThat(RING_BACK.faultIn(stage.listen(alice).sound(15))).isEmpty();
        alice.press("Hang up");
        call.awaitEnded();
        assertThat(call.requests()).contains("CANCEL");
    }

    @Test
    void aNumberThatRingsInVainIsSaidSoAndHeardSo(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        SoftCall call = leftRinging(stage, alice);
        Listener atAlice = stage.listen(alice);
        call.refuse("480 Temporarily Unavailable");
        alice.awaitState("Ended");
        alice.awaitText("Nobody answered");
        assertThat(atAlice.whichIsSaid(NOT_AVAILABLE, VOICEMAIL)).isEqualTo(NOT_AVAILABLE);
        assertThat(alice.lastCall().get("ended").getAsString()).isEqualTo("no-answer");
    }

    @Test
    void aBusyNumberIsSaidSoAndHeardSo(Stage stage) {
        assertRefusal(stage, Conduct.BUSY, "busy", "The number is busy", BUSY);
    }

    @Test
    void anUnknownNumberIsSaidSoAndHeardSo(Stage stage) {
        String words = "This number does not exist";
        assertRefusal(stage, Conduct.NOT_FOUND, "unknown-number", words, UNKNOWN);
    }

    @Test
    void aNumberTheCarrierForbidsIsSaidSoAndHeardSo(Stage stage) {
        assertRefusal(stage, Conduct.FORBIDDEN, "not-allowed", NOT_OPEN, ERROR);
    }

    @Test
    void aCountryThatIsNotOpenedIsSaidSoAndHeardSoAndNeverReachesTheCarrier(Stage stage) {
        SoftCarrier carrier = stage.carrier();
        PhonePage alice = stage.phone(ALICE);
        for (String closed : List.of("+12025550123", "00442079460000")) {
            assertEnding(stage, alice, closed, "not-allowed", NOT_OPEN, ERROR);
            alice.awaitNoCall();
        }
        alice.calls("0033145678901");
        assertThat(carrier.awaitCall().calledUri()).startsWith("sip:+33145678901@");
        alice.press("Hang up");
    }

    private static SoftCall leftRinging(Stage stage, PhonePage alice) {
        SoftCarrier carrier = stage.carrier();
        carrier.conduct(Conduct.NEVER_ANSWERS);
        alice.calls("0145678901");
        SoftCall call = carrier.awaitCall();
        alice.awaitState("Ringing");
        return call;
    }

    private static void assertRefusal(
            Stage stage, Conduct conduct, String ended, String words, Cadence tone) {
        stage.carrier().conduct(conduct);
        assertEnding(stage, stage.phone(ALICE), "0145678901", ended, words, tone);
    }

    private static void assertEnding(
            Stage stage,
            PhonePage alice,
            String dialled,
            String ended,
            String words,
            Cadence tone) {
        Listener atAlice = stage.listen(alice);
        alice.calls(dialled);
        alice.awaitState("Ended");
        alice.awaitText(words);
        Second first = atAlice.until("a tone", 1, s -> !s.isSilent()).getFirst();
        assertThat(tone.faultIn(atAlice.soundFrom(first, 3))).isEmpty();
        assertThat(alice.lastCall().get("ended").getAsString()).isEqualTo(ended);
    }

    private static void talkToBaresip(Stage stage, String dialled, String number) {
        PhonePage alice = stage.phone(ALICE);
        int port = stage.sonnerie().carrierPort();
        Baresip baresip = stage.opened(Baresip.answering(number, port, OUTSIDE, G711.PCMA));
        alice.calls(dialled);
        alice.awaitState("In call");
        stage.listen(alice).untilOnly("outside");
        stage.listen(baresip).untilOnly("alice");
        alice.press("Hang up");
        alice.awaitState("Ended");
    }
}
