package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.Baresip;
import org.sonnerie.e2e.carrier.Sipp;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.SoftCarrier;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.sound.G711;

/** The public phone network calls Alice's own number. */
@WholeMachine
@ExtendWith(Stage.Extension.class)
class CallFromCarrierIT {
    private static final String ALICES_NUMBER = "+15550100101";
    private static final Terms TERMS = Terms.of(OUTSIDE);
    private static final int CALLS = 3;

    @Test
    void bothHearEachOtherAndTheCarrierHangsUp(Stage stage) {
        SoftCall call = talk(stage, TERMS);
        call.hangUp();
        call.awaitEnded();
    }

    @Test
    void aCarrierThatHasOnlyTheALawIsUnderstood(Stage stage) {
        SoftCall call = talk(stage, TERMS.only(G711.PCMA));
        assertThat(call.line().law()).isEqualTo(G711.PCMA);
    }

    @Test
    void aCarrierThatHasOnlyTheMuLawIsUnderstood(Stage stage) {
        SoftCall call = talk(stage, TERMS.only(G711.PCMU));
        assertThat(call.line().law()).isEqualTo(G711.PCMU);
    }

    @Test
    void aPrivateAddressInTheSdpDoesNoHarm(Stage stage) {
        talk(stage, TERMS.sayingAddress("10.255.255.1"));
    }

    @Test
    void alicesHangingUpReachesTheCarrier(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        SoftCall call = stage.carrier().call(ALICES_NUMBER, sipPort(stage), TERMS);
        alice.answers();
        call.awaitAnswered();
        alice.press("Hang up");
        call.awaitEnded();
        assertThat(call.requests()).contains("BYE");
    }

    @Test
    void aCallerWhoGivesUpStopsTheRinging(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        SoftCall call = stage.carrier().call(ALICES_NUMBER, sipPort(stage), TERMS);
        alice.awaitRinging();
        call.hangUp();
        call.awaitStatus(487);
        alice.awaitQuiet();
    }

    @Test
    void alicesPageRingsWithinASecond(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        SoftCarrier carrier = stage.carrier();
        for (int i = 0; i < CALLS; i++) {
            alice.watch().forRinging();
            SoftCall call = carrier.call(ALICES_NUMBER, sipPort(stage), TERMS);
            Instant rang = alice.watch().rangAt();
            assertThat(Duration.between(call.invited(), rang))
                    .as("from the INVITE to the ringing page, call %d", i + 1)
                    .isBetween(Duration.ZERO, Duration.ofSeconds(1));
            call.hangUp();
            alice.awaitQuiet();
            alice.awaitNoCall();
        }
    }

    @Test
    void sippIsHeard(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        Sipp sipp = stage.opened(Sipp.calling(ALICES_NUMBER, sipPort(stage), OUTSIDE));
        alice.answers();
        alice.awaitState("In call");
        stage.listen(alice).untilOnly("outside");
        alice.press("Hang up");
        sipp.awaitSuccess();
    }

    @Test
    void baresipIsHeardAndHears(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        String uri = "sip:" + ALICES_NUMBER + "@127.0.0.1:" + sipPort(stage);
        Baresip baresip = stage.opened(Baresip.calling(uri, OUTSIDE, G711.PCMU));
        alice.answers();
        stage.listen(alice).untilOnly("outside");
        stage.listen(baresip).untilOnly("alice");
        alice.press("Hang up");
        alice.awaitState("Ended");
    }

    private static SoftCall talk(Stage stage, Terms terms) {
        PhonePage alice = stage.phone(ALICE);
        SoftCall call = stage.carrier().call(ALICES_NUMBER, sipPort(stage), terms);
        call.awaitStatus(180);
        alice.answers();
        call.awaitAnswered();
        alice.awaitState("In call");
        stage.listen(alice).untilOnly("outside");
        stage.listen(call.line()).untilOnly("alice");
        return call;
    }

    private static int sipPort(Stage stage) {
        return stage.sonnerie().port("sip");
    }
}
