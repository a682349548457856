package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.SecretRole;
import org.sonnerie.pbx.plan.Room;
import org.sonnerie.pbx.plan.RoomId;

class PinCollectorTest {
    private static final LegId LEG = new LegId("c-1");
    private static final Room ROOM =
            new Room(new RoomId("r"), "R", "400", "246810", Optional.of("135790"));
    private static final Instant BEGIN = Instant.parse("2026-11-23T10:00:00Z");

    private final PinGuesses guesses = new PinGuesses();
    private Instant now = BEGIN;

    private CallEvent types(String keys, String caller) {
        PinCollector collector =
                new PinCollector(
                        LEG,
                        PinCollector.of(ROOM),
                        now,
                        Duration.ZERO,
                        new PinCollector.Limit(guesses, List.of("room r", "caller " + caller)));
        Optional<CallEvent> outcome = Optional.empty();
        for (int i = 0; i < keys.length(); i++) {
            outcome = collector.press(keys.charAt(i), now);
        }
        return outcome.orElseThrow();
    }

    private void guessedWrong(int times, String caller) {
        for (int i = 0; i < times; i++) {
            assertThat(types("111111#", caller)).isInstanceOf(CallEvent.SecretRefused.class);
        }
    }

    @Test
    void eachPinHasItsRole() {
        assertThat(types("246810#", "a"))
                .isEqualTo(new CallEvent.SecretAccepted(now, LEG, SecretRole.PARTICIPANT));
        assertThat(types("135790#", "a"))
                .isEqualTo(new CallEvent.SecretAccepted(now, LEG, SecretRole.MODERATOR));
    }

    @Test
    void aRoomIsGuessedAtFifteenTimesAnHourWhoeverDoes() {
        guessedWrong(8, "a");
        guessedWrong(7, "b");
        assertThat(types("246810#", "c")).isInstanceOf(CallEvent.SecretBlocked.class);
        now = BEGIN.plus(Duration.ofHours(1));
        assertThat(types("246810#", "c")).isInstanceOf(CallEvent.SecretAccepted.class);
    }

    @Test
    void whatIsRightDoesNotCount() {
        guessedWrong(14, "a");
        for (int i = 0; i < 20; i++) {
            assertThat(types("246810#", "a")).isInstanceOf(CallEvent.SecretAccepted.class);
        }
        guessedWrong(1, "a");
        assertThat(types("135790#", "a")).isInstanceOf(CallEvent.SecretBlocked.class);
    }

    @Test
    void whoTypesNothingHasNotGuessed() {
        for (int i = 0; i < 20; i++) {
            assertThat(types("#", "a")).isInstanceOf(CallEvent.SecretRefused.class);
        }
        assertThat(types("246810#", "a")).isInstanceOf(CallEvent.SecretAccepted.class);
    }
}
