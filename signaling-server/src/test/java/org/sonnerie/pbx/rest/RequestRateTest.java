package org.sonnerie.pbx.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestRateTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Duration TENTH = Duration.ofMillis(100);

    private final RequestRate rate = new RequestRate(600, Duration.ofMinutes(1), 3);

    private int taken(String client, Instant at, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += rate.take(client, at).isEmpty() ? 1 : 0;
        }
        return taken;
    }

    @Test
    void aMinutesWorthIsTakenAtOnceAndComesBackSteadily() {
        assertThat(taken("a", NOON, 700)).isEqualTo(600);
        assertThat(rate.take("a", NOON)).hasValue(TENTH);
        assertThat(rate.take("a", NOON.plusMillis(40))).hasValue(Duration.ofMillis(60));
        assertThat(taken("a", NOON.plusMillis(250), 10)).isEqualTo(2);
        assertThat(rate.take("a", NOON.plusMillis(250))).hasValue(Duration.ofMillis(50));
        assertThat(taken("a", NOON.plusSeconds(600), 1_000)).isEqualTo(600);
    }

    @Test
    void eachClientHasItsOwn() {
        assertThat(taken("a", NOON, 600)).isEqualTo(600);
        assertThat(rate.take("b", NOON)).isEmpty();
    }

    @Test
    void onlyTheLastClientsAreRemembered() {
        taken("a", NOON, 600);
        for (String other : new String[] {"b", "c", "d"}) {
            assertThat(rate.take(other, NOON)).isEmpty();
        }
        assertThat(rate.take("a", NOON)).as("forgotten").isEmpty();
    }

    @Test
    void aClockThatIsPutBackLocksNobodyOut() {
        taken("a", NOON, 600);
        Instant earlier = NOON.minusSeconds(3_600);
        assertThat(rate.take("a", earlier)).hasValue(TENTH);
        assertThat(rate.take("a", earlier.plus(TENTH))).isEmpty();
    }
}
