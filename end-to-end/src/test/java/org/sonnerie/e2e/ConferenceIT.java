package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.ASKED_FOR_PIN;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.OUTSIDE;
import static org.sonnerie.e2e.Cast.REFUSED;
import static org.sonnerie.e2e.Cast.WRONG_PIN;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.SoftCarrier;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.sound.G711;
import org.sonnerie.e2e.sound.Listener;

/** Room 400 and its PIN. */
@WholeMachine
@ExtendWith(Stage.Extension.class)
class ConferenceIT {
    private static final String ROOM_NUMBER = "+15550100400";
    private static final String PIN = "246810#";
    private static final Terms TERMS = Terms.of(OUTSIDE);

    @Test
    void eachOfThreeHearsTheOtherTwoAndNotHimself(Stage stage) {
        PhonePage alice = enter(stage.phone(ALICE));
        PhonePage bob = enter(stage.phone(BOB));
        SoftCall outside = enterByPhone(stage, stage.carrier(), TERMS);
        stage.listen(alice).untilOnly("bob", "outside");
        stage.listen(bob).untilOnly("alice", "outside");
        stage.listen(outside.line()).untilOnly("alice", "bob");
        outside.hangUp();
        stage.listen(alice).untilOnly("bob");
        alice.press("Hang up");
        bob.press("Hang up");
    }

    @Test
    void aWrongPinIsRefusedThreeTimesThenTheCallEnds(Stage stage) {
        SoftCall call = stage.carrier().call(ROOM_NUMBER, sipPort(stage), TERMS);
        call.awaitAnswered();
        Listener caller = stage.listen(call.line());
        caller.untilOnly(ASKED_FOR_PIN);
        for (String wrong : List.of("111111#", "222222#")) {
            caller.fromNow();
            call.line().press(wrong);
            caller.until("wrong PIN", 1, s -> s.hearsOnly(WRONG_PIN));
            assertThat(call.ended()).isFalse();
        }
        caller.fromNow();
        call.line().press("333333#");
        caller.until("refused", 1, s -> s.hearsOnly(REFUSED));
        call.awaitEnded();
        assertThat(call.requests()).contains("BYE");
    }

    @Test
    void anyNumberOfSilentListenersIsOneEncoding(Stage stage) {
        Terms silent = Terms.of(Cast.NOBODY).only(G711.PCMA);
        SoftCarrier carrier = stage.carrier();
        PhonePage alice = enter(stage.phone(ALICE));
        List<SoftCall> listeners = new ArrayList<>();
        listeners.add(enterByPhone(stage, carrier, silent));
        listeners.add(enterByPhone(stage, carrier, silent));
        double withTwo = encodingsASecond(stage, listeners.getFirst());
        for (int i = 0; i < 4; i++) {
            listeners.add(enterByPhone(stage, carrier, silent));
        }
        double withSix = encodingsASecond(stage, listeners.getFirst());
        assertThat(withTwo).isGreaterThan(20);
        assertThat(withSix).isLessThan(withTwo * 1.5);
        listeners.forEach(SoftCall::hangUp);
        alice.press("Hang up");
    }

    private static double encodingsASecond(Stage stage, SoftCall listener) {
        int seconds = 4;
        Listener ear = stage.listen(listener.line());
        ear.untilOnly("alice");
        double before = stage.sonnerie().metric("sonnerie_media_conference_encodings_total");
        ear.fromNow().next(seconds);
        double after = stage.sonnerie().metric("sonnerie_media_conference_encodings_total");
        return (after - before) / seconds;
    }

    private static PhonePage enter(PhonePage phone) {
        phone.calls("400");
        phone.awaitState("In call");
        phone.presses(PIN);
        return phone;
    }

    private static SoftCall enterByPhone(Stage stage, SoftCarrier carrier, Terms terms) {
        SoftCall call = carrier.call(ROOM_NUMBER, sipPort(stage), terms);
        call.awaitAnswered();
        stage.listen(call.line()).until("asked for PIN", 1, s -> s.hearsOnly(ASKED_FOR_PIN));
        call.line().press(PIN);
        return call;
    }

    private static int sipPort(Stage stage) {
        return stage.sonnerie().port("sip");
    }
}
