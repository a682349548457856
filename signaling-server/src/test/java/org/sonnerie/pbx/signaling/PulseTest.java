package org.sonnerie.pbx.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PulseTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private final Pulse pulse = new Pulse();

    @Test
    void probesEveryFourSeconds() {
        assertThat(pulse.due(START)).isPresent();
        assertThat(pulse.due(START.plusMillis(3_999))).isEmpty();
        assertThat(pulse.due(START.plusSeconds(4))).isPresent();
    }

    @Test
    void isBelievedForTenSeconds() {
        answer(pulse.due(START).orElseThrow(), true, START.plusSeconds(1));

        assertThat(pulse.canRing(START.plusSeconds(11))).isTrue();
        assertThat(pulse.canRing(START.plusSeconds(12))).isFalse();
    }

    @Test
    void unaskedAnswersCountForNothing() {
        answer("n77", true, START);

        assertThat(pulse.canRing(START)).isFalse();
    }

    @Test
    void obstacleIsKept() {
        String nonce = pulse.due(START).orElseThrow();
        pulse.answered(
                new ClientMessage.Probed(1, nonce, false, Optional.of(Obstacle.MICROPHONE_DENIED)),
                START);

        assertThat(pulse.canRing(START)).isFalse();
        assertThat(pulse.obstacle()).contains(Obstacle.MICROPHONE_DENIED);
    }

    private void answer(String nonce, boolean canRing, Instant at) {
        pulse.answered(new ClientMessage.Probed(1, nonce, canRing, Optional.empty()), at);
    }
}
