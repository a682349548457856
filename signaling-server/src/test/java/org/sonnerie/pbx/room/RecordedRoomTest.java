package org.sonnerie.pbx.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RoomRecorded;
import org.sonnerie.pbx.plan.RoomRules;
import org.sonnerie.pbx.room.RoomStep.Outcome;

/** A conference that its moderators record. */
class RecordedRoomTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final LegId ALICE = new LegId("c1-1");
    private static final LegId BOB = new LegId("c2-1");
    private static final LegId CAROL = new LegId("c3-1");

    private Conference room = Conference.empty(RoomRules.USUAL, true);
    private List<CallEvent.OfRoom> told = List.of();

    private Outcome happens(RoomEvent event) {
        RoomStep step = room.on(event, AT);
        room = step.room();
        told = step.told();
        return step.outcome();
    }

    private void comes(LegId leg, boolean moderator) {
        happens(
                new RoomEvent.Came(
                        new Comer(leg, Optional.empty(), new Named("", "1"), moderator)));
    }

    private Outcome records(LegId leg, boolean on) {
        return happens(new RoomEvent.Wanted(leg, new RoomWish.Recorded(on)));
    }

    private void aliceRecordsBob() {
        comes(ALICE, true);
        comes(BOB, false);
        assertThat(records(ALICE, true)).isEqualTo(Outcome.DONE);
    }

    @Test
    void allAreToldWhenItBeginsAndWhenItEnds() {
        aliceRecordsBob();
        assertThat(told)
                .containsExactly(
                        new RoomRecorded(AT, ALICE, true), new RoomRecorded(AT, BOB, true));
        assertThat(records(ALICE, false)).isEqualTo(Outcome.DONE);
        assertThat(told)
                .containsExactly(
                        new RoomRecorded(AT, ALICE, false), new RoomRecorded(AT, BOB, false));
    }

    @Test
    void whoComesLaterIsToldBeforeHeIsHeard() {
        aliceRecordsBob();
        comes(CAROL, false);
        assertThat(told.getFirst()).isEqualTo(new RoomRecorded(AT, CAROL, true));
        assertThat(told).hasSize(2);
    }

    @Test
    void onlyModeratorsMayAndOnlyWhereThePlanAllowsIt() {
        comes(ALICE, true);
        comes(BOB, false);
        assertThat(records(BOB, true)).isEqualTo(Outcome.NOT_MODERATOR);
        room = Conference.empty(RoomRules.USUAL);
        comes(ALICE, true);
        assertThat(records(ALICE, true)).isEqualTo(Outcome.NOT_ALLOWED);
        assertThat(room.recorded()).isFalse();
    }

    @Test
    void starFourDoesTheSame() {
        comes(ALICE, true);
        happens(new RoomEvent.Pressed(ALICE, '4'));
        assertThat(room.recorded()).isTrue();
        happens(new RoomEvent.Pressed(ALICE, '4'));
        assertThat(room.recorded()).isFalse();
    }

    @Test
    void itIsOverWithTheLastOneAndWithTheDisk() {
        aliceRecordsBob();
        happens(new RoomEvent.Left(ALICE));
        assertThat(room.recorded()).isTrue();
        happens(new RoomEvent.Left(BOB));
        assertThat(room).isEqualTo(Conference.empty(RoomRules.USUAL, true));
        aliceRecordsBob();
        happens(new RoomEvent.RecordingOver());
        assertThat(room.recorded()).isFalse();
        assertThat(told).contains(new RoomRecorded(AT, BOB, false));
    }
}
