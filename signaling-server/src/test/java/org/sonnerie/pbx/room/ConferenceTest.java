package org.sonnerie.pbx.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.Silence;
import org.sonnerie.pbx.call.Standing;
import org.sonnerie.pbx.plan.RoomRules;
import org.sonnerie.pbx.room.RoomStep.Outcome;

final class ConferenceTest {
    private Meeting meeting = new Meeting(RoomRules.USUAL);
    private Meeting.Guest alice = meeting.alice;
    private Meeting.Guest bob = meeting.bob;
    private Meeting.Guest carol = meeting.carol;

    private void held(RoomRules rules) {
        meeting = new Meeting(rules);
        alice = meeting.alice;
        bob = meeting.bob;
        carol = meeting.carol;
    }

    private void allAreIn() {
        alice.comes();
        bob.comes();
        carol.comes();
    }

    @Test
    void aRoomOpensToWhoeverComes() {
        bob.comes();
        bob.isTold(Standing.IN);
        assertThat(meeting.told()).hasSize(1);
    }

    @Test
    void allWaitUntilTheModeratorComes() {
        held(Meeting.rules(true, false, false));
        bob.comes();
        bob.isTold(Standing.WAITS_FOR_MODERATOR);
        carol.comes();
        carol.isTold(Standing.WAITS_FOR_MODERATOR);
        alice.comes();
        alice.isTold(Standing.IN);
        bob.isTold(Standing.IN);
        carol.isTold(Standing.IN);
    }

    @Test
    void theRoomStaysOpenWithoutItsModerator() {
        held(Meeting.rules(true, false, false));
        alice.comes();
        bob.comes();
        alice.leaves();
        assertThat(meeting.told()).isEmpty();
        carol.comes();
        carol.isTold(Standing.IN);
        bob.leaves();
        carol.leaves();
        bob.comes();
        bob.isTold(Standing.WAITS_FOR_MODERATOR);
    }

    @Test
    void theRoomEndsWithItsModeratorIfThePlanSaysSo() {
        held(Meeting.rules(true, true, false));
        alice.comes();
        bob.comes();
        alice.leaves();
        bob.isTurnedOut(EndReason.CONFERENCE_OVER, Optional.empty());
    }

    @Test
    void whoComesToALockedRoomWaitsUntilHeIsLetIn() {
        alice.comes();
        alice.wants(new RoomWish.Lock(true));
        bob.comes();
        bob.isTold(Standing.WAITS_AT_LOCK);
        carol.comes();
        alice.wants(new RoomWish.Admit(bob.id()));
        bob.isTold(Standing.IN);
        assertThat(meeting.told()).hasSize(1);
        alice.wants(new RoomWish.Lock(false));
        carol.isTold(Standing.IN);
    }

    @Test
    void aLockFallsWhenNobodyIsInAnyMore() {
        alice.comes();
        alice.wants(new RoomWish.Lock(true));
        bob.comes();
        alice.leaves();
        bob.isTold(Standing.IN);
        assertThat(meeting.room().locked()).isFalse();
    }

    @Test
    void whoIsMutedCannotChangeThatHimself() {
        allAreIn();
        alice.wants(new RoomWish.Mute(bob.id(), true));
        bob.isTold(Silence.MODERATOR);
        assertThat(bob.wants(new RoomWish.MuteMyself(false))).isEqualTo(Outcome.DONE);
        assertThat(meeting.told()).isEmpty();
        alice.wants(new RoomWish.Mute(bob.id(), false));
        bob.isTold(Silence.NONE);
    }

    @Test
    void mutingAllLeavesModeratorsHeard() {
        allAreIn();
        alice.wants(new RoomWish.MuteAll(true));
        bob.isTold(Silence.MODERATOR);
        carol.isTold(Silence.MODERATOR);
        assertThat(meeting.told()).hasSize(2);
    }

    @Test
    void inAListenOnlyRoomOnlyModeratorsAreHeardUntilOneSaysOtherwise() {
        held(Meeting.rules(false, false, true));
        allAreIn();
        carol.isTold(Silence.LISTEN_ONLY);
        alice.wants(new RoomWish.ListenOnly(false));
        bob.isTold(Silence.NONE);
        carol.isTold(Silence.NONE);
        assertThat(meeting.told()).hasSize(2);
    }

    @Test
    void whoMutesHimselfStaysSoWhenAllAreHeardAgain() {
        allAreIn();
        bob.wants(new RoomWish.MuteMyself(true));
        bob.isTold(Silence.SELF);
        alice.wants(new RoomWish.MuteAll(true));
        alice.wants(new RoomWish.MuteAll(false));
        bob.isTold(Silence.SELF);
    }

    @Test
    void whoIsRemovedLeavesAtOnce() {
        allAreIn();
        alice.wants(new RoomWish.Remove(bob.id()));
        bob.isTurnedOut(EndReason.REMOVED, Optional.of("Alice"));
        assertThat(meeting.told()).hasSize(1);
    }

    @Test
    void aModeratorEndsItForAll() {
        allAreIn();
        alice.wants(new RoomWish.End());
        List.of(alice, bob, carol)
                .forEach(one -> one.isTurnedOut(EndReason.CONFERENCE_OVER, Optional.of("Alice")));
    }

    @Test
    void onlyAModeratorWhoIsInMayOrder() {
        held(Meeting.rules(true, false, false));
        bob.comes();
        assertThat(bob.wants(new RoomWish.MuteMyself(true))).isEqualTo(Outcome.NOBODY);
        alice.comes();
        for (RoomWish wish :
                List.of(
                        new RoomWish.MuteAll(true),
                        new RoomWish.Mute(alice.id(), true),
                        new RoomWish.Remove(alice.id()),
                        new RoomWish.Admit(bob.id()),
                        new RoomWish.Lock(true),
                        new RoomWish.ListenOnly(true),
                        new RoomWish.End())) {
            Conference before = meeting.room();
            assertThat(bob.wants(wish)).as("%s", wish).isEqualTo(Outcome.NOT_MODERATOR);
            assertThat(meeting.room()).isEqualTo(before);
            assertThat(meeting.told()).isEmpty();
        }
        assertThat(alice.wants(new RoomWish.Remove("m99"))).isEqualTo(Outcome.NOBODY);
    }

    @Test
    void keysAskForTheSame() {
        allAreIn();
        bob.presses('6');
        bob.isTold(Silence.SELF);
        bob.presses('6');
        bob.isTold(Silence.NONE);
        bob.presses('5');
        assertThat(meeting.room().locked()).isFalse();
        alice.presses('5');
        assertThat(meeting.room().locked()).isTrue();
        alice.presses('7');
        bob.isTold(Silence.MODERATOR);
        alice.presses('7');
        bob.isTold(Silence.NONE);
        alice.presses('8');
        bob.isTold(Silence.LISTEN_ONLY);
        alice.presses('9');
        bob.isTurnedOut(EndReason.CONFERENCE_OVER, Optional.of("Alice"));
    }

    @Test
    void whoComesAnewIsToldAgainWhereHeStands() {
        allAreIn();
        alice.wants(new RoomWish.Mute(bob.id(), true));
        bob.comes();
        bob.isTold(Standing.IN);
        bob.isTold(Silence.MODERATOR);
        assertThat(meeting.told()).hasSize(2);
        assertThat(meeting.room().members()).hasSize(3);
    }

    @Test
    void numbersOutsideAreShownWholeToModeratorsOnly() {
        allAreIn();
        meeting.outsider.comes();
        assertThat(numbers(alice)).containsExactly("101", "102", "103", "+33612345678");
        assertThat(numbers(bob)).containsExactly("101", "102", "103", "…78");
    }

    private List<String> numbers(Meeting.Guest who) {
        Member me =
                meeting.room().members().stream()
                        .filter(one -> one.comer().person().equals(Optional.of(who.person())))
                        .findFirst()
                        .orElseThrow();
        return RoomView.stay(meeting.room(), me).members().stream()
                .map(RoomView.Seen::number)
                .toList();
    }

    @Test
    void whoWaitsSeesOnlyHimself() {
        alice.comes();
        alice.wants(new RoomWish.Lock(true));
        bob.comes();
        Member me = meeting.room().members().getLast();
        assertThat(RoomView.stay(meeting.room(), me).members())
                .extracting(RoomView.Seen::name)
                .containsExactly("Bob");
    }

    @Test
    void whoSpeaksIsShownUnlessNobodyHearsHim() {
        allAreIn();
        bob.speaks(true);
        assertThat(bobAsSeen().speaks()).isTrue();
        alice.wants(new RoomWish.Mute(bob.id(), true));
        assertThat(bobAsSeen().speaks()).isFalse();
    }

    private RoomView.Seen bobAsSeen() {
        Member me = meeting.room().members().getFirst();
        return RoomView.stay(meeting.room(), me).members().get(1);
    }

    @Test
    void anEmptyRoomRemembersNothing() {
        allAreIn();
        alice.wants(new RoomWish.ListenOnly(true));
        List.of(alice, bob, carol).forEach(Meeting.Guest::leaves);
        assertThat(meeting.room()).isEqualTo(Conference.empty(RoomRules.USUAL));
        assertThat(meeting.told()).isEqualTo(List.<CallEvent.OfRoom>of());
    }

    @Test
    void namesAreSaidWhereTheyDisturbNobody() {
        alice.comes();
        bob.comes();
        assertThat(meeting.room().saysNames()).isTrue();
        alice.wants(new RoomWish.ListenOnly(true));
        assertThat(meeting.room().saysNames()).as("over somebody's lecture").isFalse();
        alice.wants(new RoomWish.ListenOnly(false));
        for (int i = 3; i <= 13; i++) {
            assertThat(meeting.room().saysNames()).as("%s are in", i - 1).isTrue();
            meeting.new Guest("Guest", "2" + i, false).comes();
        }
        assertThat(meeting.room().saysNames()).as("thirteen are in").isFalse();
    }
}
