package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.NegotiationId;
import org.sonnerie.media.api.RecordingId;
import org.sonnerie.media.api.RecordingSource;
import org.sonnerie.media.api.RoomId;

class PlacementTest {
    private static final RoomId ROOM = new RoomId("room");

    private final Placement placement = new Placement(2);

    private Placement.Order order(MediaCommand command) {
        return placement.order(command);
    }

    private static EndpointId id(String name) {
        return new EndpointId(name);
    }

    private static Member leg(String name) {
        return new Member.Leg(id(name));
    }

    private static MediaCommand offer(String name) {
        return new MediaCommand.AcceptOffer(id(name), new NegotiationId("n"), "v=0");
    }

    /** Comes about; on which thread. */
    private int made(String name) {
        int thread = order(offer(name)).thread();
        placement.settled(leg(name), true);
        return thread;
    }

    private Placement.Order hear(String name, String other) {
        return order(new MediaCommand.Hear(id(name), new Hearing.Other(id(other))));
    }

    private Placement.Order enter(String name) {
        return order(new MediaCommand.Hear(id(name), new Hearing.Room(ROOM)));
    }

    private int thread(String name) {
        return order(new MediaCommand.Mute(id(name), false)).thread();
    }

    private void gone(String name) {
        order(new MediaCommand.Close(id(name)));
        placement.settled(leg(name), false);
    }

    @Test
    void newOnesGoWhereThereAreFewest() {
        assertThat(made("a")).isNotEqualTo(made("b"));
        assertThat(made("c")).isNotEqualTo(made("d"));
    }

    @Test
    void whoeverHearsAnotherIsOnTheSameThread() {
        made("a");
        made("b");

        Placement.Order order = hear("a", "b");

        assertThat(order.moves()).hasSize(1);
        assertThat(order.moves().getFirst().members()).hasSize(1);
        assertThat(thread("a")).isEqualTo(thread("b")).isEqualTo(order.thread());
        assertThat(hear("b", "a").moves()).isEmpty();
    }

    @Test
    void theFewerMove() {
        List.of("a", "b", "c", "d").forEach(this::made);
        hear("a", "c");
        hear("b", "d");
        int crowd = thread("a");
        made("e");
        made("f");
        enter("a");

        assertThat(thread("a")).isEqualTo(crowd);
        List<Placement.Move> moves = enter("b").moves();
        assertThat(moves.stream().mapToLong(move -> move.members().size()).sum())
                .isLessThanOrEqualTo(2);
        assertThat(thread("a")).isEqualTo(thread("b"));
    }

    @Test
    void whoLeavesARoomForAnotherThreadHearsNothingBefore() {
        List.of("a", "b", "c", "d").forEach(this::made);
        List.of("a", "b", "c").forEach(this::enter);
        int room = thread("b");
        made("e");
        made("f");
        String elsewhere =
                List.of("d", "e", "f").stream()
                        .filter(name -> thread(name) != room)
                        .findFirst()
                        .orElseThrow();
        made("g");
        hear("g", elsewhere);

        List<Placement.Move> moves = hear("a", elsewhere).moves();

        assertThat(moves).hasSize(1);
        assertThat(moves.getFirst().members()).containsExactly(leg("a"));
        assertThat(moves.getFirst().silenced()).contains(leg("a"));
        assertThat(thread("b")).isEqualTo(room);
    }

    @Test
    void aRecordingIsWhereThoseAreWhomItNames() {
        made("a");
        made("b");
        RecordingId tape = new RecordingId("tape");
        String file = Path.of("tape.opus").toAbsolutePath().toString();
        order(new MediaCommand.StartCallRecording(tape, file, 2, Duration.ofHours(1)));
        placement.settled(new Member.Tape(tape), true);
        order(
                new MediaCommand.RecordFrom(
                        tape, new RecordingSource.Sides(List.of(id("a")), List.of(id("b")))));

        assertThat(thread("a")).isEqualTo(thread("b"));
        gone("a");
        assertThat(made("a")).isEqualTo(thread("b"));

        placement.over(new Member.Tape(tape));
        gone("a");
        gone("b");
        assertThat(placement.size()).isZero();
    }

    @Test
    void ofOneWhoMayNotComeAboutTheOldTieStays() {
        made("a");
        made("b");
        hear("a", "b");
        order(offer("late"));

        hear("a", "late");
        assertThat(thread("a")).isEqualTo(thread("b"));
        placement.settled(leg("late"), false);

        assertThat(thread("a")).isEqualTo(thread("b"));
        gone("a");
        gone("b");
        assertThat(placement.size()).isZero();
    }

    @Test
    void ofStrangersNothingIsKept() {
        hear("nobody", "nobody-else");
        enter("nobody");
        order(new MediaCommand.Close(id("nobody")));
        order(offer("refused"));
        enter("refused");
        placement.settled(leg("refused"), false);

        assertThat(placement.size()).isZero();
    }
}
