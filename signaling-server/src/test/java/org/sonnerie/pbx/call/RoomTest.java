package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.call.CallView.State.IN_CALL;
import static org.sonnerie.pbx.call.CallView.State.ON_HOLD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.plan.DemoCompany;

final class RoomTest {
    private final Scenario scenario = new Scenario();
    private final Party alice = scenario.alice;
    private final Party outsider = scenario.outsider;

    private void aliceIsInTheRoom() {
        alice.dials("400");
        alice.typesTheRightPin();
        alice.hearsItOut();
    }

    private static CallEffect tone(Party party, ToneKind kind) {
        return new CallEffect.PlayInRoom(
                party.leg(), DemoCompany.ROOM, List.of(new CallSound.Tone(kind)));
    }

    @Test
    void theRightPinOpensTheRoom() {
        alice.dials("400");
        alice.hearsPrompts("conference-pin");
        alice.isAskedForThePin();
        alice.typesTheRightPin();
        alice.hearsPrompts("conference-welcome");
        alice.hearsItOut();
        alice.hearsTheRoom();
        assertThat(scenario.effects().getLast()).isEqualTo(tone(alice, ToneKind.ENTER));
        alice.sees(IN_CALL);
        alice.seesParty("Meeting room", "400", "");
    }

    @Test
    void leavingIsAnnounced() {
        aliceIsInTheRoom();
        alice.hangsUp();
        assertThat(scenario.effects())
                .containsExactly(
                        new CallEffect.EndLeg(alice.leg(), EndReason.HUNG_UP),
                        tone(alice, ToneKind.LEAVE));
        scenario.isOver();
    }

    @Test
    void threeWrongPinsEndTheCall() {
        outsider.calls("+15550100400");
        outsider.isAnswered();
        outsider.isAskedForThePin();
        for (int attempt = 1; attempt <= 2; attempt++) {
            outsider.typesAWrongPin();
            outsider.hearsPrompts("conference-pin-wrong");
            outsider.isAskedForThePin();
        }
        outsider.typesAWrongPin();
        outsider.hearsPrompts("conference-refused");
        outsider.hearsItOut();
        outsider.isOut(EndReason.WRONG_PIN);
        scenario.isOver();
        assertThat(scenario.reasons()).contains(new Reason.PinRefused(DemoCompany.ROOM, 3));
    }

    @Test
    void aWrongPinIsForgivenOnce() {
        alice.dials("400");
        alice.typesAWrongPin();
        alice.typesTheRightPin();
        alice.hearsItOut();
        alice.hearsTheRoom();
    }

    @Test
    void aWelcomeWhoseEndIsNotToldKeepsNobodyOut() {
        alice.dials("400");
        alice.typesTheRightPin();
        scenario.passes(15);
        alice.hearsTheRoom();
    }

    @Test
    void aPinWhoseOutcomeIsNotToldKeepsNobodyForEver() {
        alice.dials("400");
        scenario.passes(3 * 120 + 10);
        alice.seesEnded(EndReason.WRONG_PIN);
        scenario.isOver();
    }

    @Test
    void whoeverHoldsTheRoomHearsNothingOfIt() {
        aliceIsInTheRoom();
        alice.holds();
        alice.sees(ON_HOLD);
        alice.hearsNothing();
        alice.resumes();
        alice.hearsTheRoom();
        alice.sees(IN_CALL);
    }

    @Test
    void keysInTheRoomChangeNothing() {
        aliceIsInTheRoom();
        Call before = scenario.call();
        alice.presses("1*#");
        assertThat(scenario.call()).isEqualTo(before);
    }
}
