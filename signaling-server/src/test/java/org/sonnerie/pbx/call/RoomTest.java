package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.call.CallView.State.IN_CALL;
import static org.sonnerie.pbx.call.CallView.State.ON_HOLD;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.PersonalRoom;

final class RoomTest {
    private final Scenario scenario = new Scenario();
    private final Party alice = scenario.alice;
    private final Party outsider = scenario.outsider;

    private void aliceIsInTheRoom() {
        alice.dials("400");
        alice.typesTheRightPin();
        alice.hearsItOut();
        alice.isSeated(Standing.IN);
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
        assertThat(scenario.effects())
                .contains(
                        new CallEffect.EnterRoom(
                                alice.leg(),
                                DemoCompany.ROOM,
                                SecretRole.PARTICIPANT,
                                new Named("Alice Durand", "101")));
        alice.isSeated(Standing.IN);
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
                        new CallEffect.LeaveRoom(alice.leg(), DemoCompany.ROOM),
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
    void whoeverGuessesAllDayIsSentAway() {
        outsider.calls("+15550100400");
        scenario.happens(new CallEvent.SecretBlocked(scenario.now(), outsider.leg()));
        outsider.hearsPrompts("conference-refused");
        outsider.hearsItOut();
        outsider.isOut(EndReason.WRONG_PIN);
        assertThat(scenario.reasons()).contains(new RoomReason.PinsBlocked(DemoCompany.ROOM));
    }

    @Test
    void aWrongPinIsForgivenOnce() {
        alice.dials("400");
        alice.typesAWrongPin();
        alice.typesTheRightPin();
        alice.hearsItOut();
        alice.isSeated(Standing.IN);
        alice.hearsTheRoom();
    }

    @Test
    void aWelcomeWhoseEndIsNotToldKeepsNobodyOut() {
        alice.dials("400");
        alice.typesTheRightPin();
        scenario.passes(15);
        alice.isSeated(Standing.IN);
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

    @Test
    void whoWaitsForTheModeratorHearsMusicAndIsThenLetIn() {
        alice.dials("400");
        alice.typesTheRightPin();
        alice.hearsItOut();
        alice.isSeated(Standing.WAITS_FOR_MODERATOR);
        alice.hearsMusic();
        assertThat(scenario.call().inRoom()).isFalse();
        alice.isSeated(Standing.IN);
        alice.hearsTheRoom();
        assertThat(scenario.reasons())
                .contains(
                        new RoomReason.Waits(DemoCompany.ROOM, Standing.WAITS_FOR_MODERATOR),
                        new RoomReason.LetIn(DemoCompany.ROOM));
    }

    @Test
    void whoLeavesWhileHeWaitsIsNotAnnounced() {
        alice.dials("400");
        alice.typesTheModeratorPin();
        alice.hearsItOut();
        alice.isSeated(Standing.WAITS_AT_LOCK);
        alice.hangsUp();
        assertThat(scenario.effects())
                .containsExactly(
                        new CallEffect.LeaveRoom(alice.leg(), DemoCompany.ROOM),
                        new CallEffect.EndLeg(alice.leg(), EndReason.HUNG_UP));
    }

    @Test
    void whoIsMutedIsHeardByNobodyAlsoAfterAReload() {
        aliceIsInTheRoom();
        alice.isSilenced(Silence.MODERATOR);
        assertThat(scenario.effects()).containsExactly(new CallEffect.Mute(alice.leg(), true));
        alice.losesThePage();
        alice.isBack();
        assertThat(scenario.effects()).contains(new CallEffect.Mute(alice.leg(), true));
        alice.isSilenced(Silence.NONE);
        assertThat(scenario.effects()).containsExactly(new CallEffect.Mute(alice.leg(), false));
    }

    @Test
    void whoIsRemovedIsToldByWhom() {
        aliceIsInTheRoom();
        alice.isTurnedOut(EndReason.REMOVED, "Bob");
        alice.seesEnded(EndReason.REMOVED);
        scenario.isOver();
        assertThat(scenario.reasons())
                .contains(
                        new RoomReason.TurnedOut(
                                DemoCompany.ROOM, EndReason.REMOVED, Optional.of("Bob")));
    }

    @Test
    void aStarAndAKeyAskSomethingOfTheRoom() {
        aliceIsInTheRoom();
        alice.presses("1*6");
        assertThat(scenario.effects())
                .containsExactly(new CallEffect.PressInRoom(alice.leg(), DemoCompany.ROOM, '6'));
        alice.presses("6");
        assertThat(scenario.effects()).isEmpty();
    }

    @Test
    void aRestartedServerIsToldAgainWhoIsInTheRoom() {
        aliceIsInTheRoom();
        scenario.serverRestarts();
        assertThat(scenario.effects())
                .anySatisfy(effect -> assertThat(effect).isInstanceOf(CallEffect.EnterRoom.class));
        alice.isSeated(Standing.IN);
        alice.isBack();
        alice.hearsTheRoom();
    }

    @Test
    void whoIsCalledIntoTheRoomNeedsNoPin() {
        scenario.happens(
                new CallEvent.Invited(
                        scenario.now(),
                        Call.callerOf(new CallId("c")),
                        DemoCompany.ROOM,
                        DemoCompany.BOB,
                        "101",
                        Dialling.read(scenario.plan(), "101")));
        alice.isRung();
        alice.sees(CallView.State.RINGING);
        alice.seesParty("Meeting room", "400", "Bob Moreau");
        alice.rings();
        alice.answers();
        alice.hearsPrompts("conference-welcome");
        alice.hearsItOut();
        alice.isSeated(Standing.IN);
        alice.hearsTheRoom();
    }

    @Test
    void whoIsCalledIntoTheRoomAndDoesNotAnswerIsGivenUp() {
        scenario.happens(
                new CallEvent.Invited(
                        scenario.now(),
                        Call.callerOf(new CallId("c")),
                        DemoCompany.ROOM,
                        DemoCompany.BOB,
                        "0145678901",
                        Dialling.read(scenario.plan(), "0145678901")));
        outsider.rings();
        scenario.passes(46);
        outsider.isOut(EndReason.NO_ANSWER);
        scenario.isOver();
    }

    @Test
    void aGuestIsWelcomedWithoutAPin() {
        scenario.happens(
                new CallEvent.GuestCame(
                        scenario.now(), Call.callerOf(new CallId("c")), DemoCompany.ROOM, "Zoé"));
        outsider.hearsPrompts("conference-welcome");
        outsider.hearsItOut();
        outsider.isSeated(Standing.IN);
        outsider.hearsTheRoom();
        assertThat(scenario.reasons())
                .contains(new RoomReason.ComesAsGuest(DemoCompany.ROOM, "Zoé"));
    }

    @Test
    void theOwnerOfARoomNeedsNoPinAndModerates() {
        Scenario own = new Scenario(PersonalRoom.ofAlice());
        own.alice.dials("410");
        own.alice.hearsPrompts("conference-welcome");
        own.alice.hearsItOut();
        assertThat(own.effects())
                .contains(
                        new CallEffect.EnterRoom(
                                own.alice.leg(),
                                PersonalRoom.ID,
                                SecretRole.MODERATOR,
                                new Named("Alice Durand", "101")));
    }

    @Test
    void nobodyElseEntersAPersonalRoomWithoutItsPin() {
        Scenario own = new Scenario(PersonalRoom.ofAlice());
        own.bob.dials("410");
        own.bob.hearsPrompts("conference-pin");
    }

    @Test
    void whoIsInARecordedConferenceHearsSoByHimselfAndGoesOn() {
        alice.dials("400");
        alice.typesTheRightPin();
        alice.hearsItOut();
        scenario.happens(new RoomRecorded(scenario.now(), alice.leg(), true));
        alice.isSeated(Standing.IN);
        alice.hearsPrompts("conference-recorded");
        alice.hearsItOut();
        alice.hearsTheRoom();

        scenario.happens(new RoomRecorded(scenario.now(), alice.leg(), false));
        alice.hearsPrompts("conference-not-recorded");
        scenario.passes(13);
        alice.hearsTheRoom();
        assertThat(scenario.reasons())
                .contains(new RecordingReason.Conference(DemoCompany.ROOM, true));
    }
}
