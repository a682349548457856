package org.sonnerie.pbx.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Instant CREATED = Instant.parse("2026-11-27T10:00:00Z");

    private static Duration pause(int failures, double dice) {
        Instant now = CREATED.plusSeconds(1);
        return Duration.between(now, Backoff.next(CREATED, failures, now, dice).orElseThrow());
    }

    @Test
    void eachFailureDoublesThePauseUpToTwoHours() {
        assertThat(pause(1, 0.5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(pause(2, 0.5)).isEqualTo(Duration.ofSeconds(10));
        assertThat(pause(8, 0.5)).isEqualTo(Duration.ofSeconds(640));
        assertThat(pause(12, 0.5)).isEqualTo(Duration.ofHours(2));
        assertThat(pause(1_000, 0.5)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void chanceKeepsThoseThatFailedTogetherApart() {
        assertThat(pause(2, 0)).isEqualTo(Duration.ofMillis(7_500));
        assertThat(pause(2, 1)).isEqualTo(Duration.ofMillis(12_500));
    }

    @Test
    void afterADayItIsGivenUp() {
        Instant end = CREATED.plus(Backoff.LONGEST);
        Instant now = CREATED;
        int tries = 0;
        Optional<Instant> next = Optional.of(now);
        while (next.isPresent()) {
            now = next.get();
            tries++;
            next = Backoff.next(CREATED, tries, now, 0.5);
        }

        assertThat(now).isBefore(end).isAfter(end.minus(Duration.ofHours(3)));
        assertThat(tries).isBetween(15, 30);
    }
}
