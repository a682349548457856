package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.Baresip;
import org.sonnerie.e2e.carrier.Conduct;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.SoftCarrier;
import org.sonnerie.e2e.sound.G711;
import org.sonnerie.e2e.sound.Listener;
import org.sonnerie.e2e.sound.Second;
import org.sonnerie.e2e.sound.Tone;

/** Alice calls the public phone network. */
@ExtendWith(Stage.Extension.class)
class CallToCarrierIT {
    private static final Tone TONE = Tone.of(440);

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
        SoftCarrier carrier = stage.carrier();
        carrier.conduct(Conduct.NEVER_ANSWERS);
        alice.calls("0145678901");
        SoftCall call = carrier.awaitCall();
        alice.awaitState("Ringing");
        Listener atAlice = stage.listen(alice);
        atAlice.until("ring-back tone", 1, s -> s.isTone(TONE, 0.9));
        atAlice.until("a pause of the tone", 1, Second::isSilent);
        alice.press("Hang up");
        call.awaitEnded();
        assertThat(call.requests()).contains("CANCEL");
    }

    @Test
    void aNumberThatRingsInVainIsSaidSoAndHeardSo(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        SoftCarrier carrier = stage.carrier();
        carrier.conduct(Conduct.NEVER_ANSWERS);
        alice.calls("0145678901");
        SoftCall call = carrier.awaitCall();
        alice.awaitState("Ringing");
        call.refuse("480 Temporarily Unavailable");
        alice.awaitState("Ended");
        stage.listen(alice).until("an announcement", 1, s -> !s.isSilent() && !s.isTone(TONE, 0.9));
        assertThat(alice.lastCall().get("ended").getAsString()).isEqualTo("no-answer");
        alice.awaitText("Nobody answered");
    }

    @Test
    void aBusyNumberIsSaidSoAndHeardSo(Stage stage) {
        PhonePage alice = refused(stage, Conduct.BUSY);
        List<Integer> rhythm = TONE.rhythm(stage.listen(alice).sound(3));
        assertThat(rhythm).as("half a second on, half a second off").isNotEmpty();
        assertThat(rhythm).allMatch(millis -> Math.abs(Math.abs(millis) - 500) <= 60);
        alice.awaitText("busy");
    }

    @Test
    void anUnknownNumberIsSaidSo(Stage stage) {
        PhonePage alice = refused(stage, Conduct.NOT_FOUND);
        stage.listen(alice).until("a tone or an announcement", 1, s -> !s.isSilent());
        assertThat(alice.lastCall().get("ended").getAsString()).isEqualTo("unknown-number");
    }

    @Test
    void aNumberThatIsNotAllowedIsSaidSo(Stage stage) {
        PhonePage alice = refused(stage, Conduct.FORBIDDEN);
        assertThat(alice.lastCall().get("ended").getAsString()).isEqualTo("not-allowed");
    }

    private static PhonePage refused(Stage stage, Conduct conduct) {
        PhonePage alice = stage.phone(ALICE);
        SoftCarrier carrier = stage.carrier();
        carrier.conduct(conduct);
        alice.calls("0145678901");
        alice.awaitState("Ended");
        return alice;
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
