package org.sonnerie.pbx.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogInThrottleTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private final LogInThrottle throttle = new LogInThrottle();

    @Test
    void eightFailuresOfOneNameAreEnoughForFiveMinutes() {
        fail("alice", "10.0.0.1", 8);

        assertThat(throttle.allows("Alice ", "10.0.0.1", START)).isFalse();
        assertThat(throttle.allows("alice", "10.0.0.2", START)).isTrue();
        assertThat(throttle.allows("bob", "10.0.0.1", START)).isTrue();
        assertThat(throttle.allows("alice", "10.0.0.1", START.plusSeconds(301))).isTrue();
    }

    @Test
    void addressThatTriesManyNamesIsSlowedDownToo() {
        for (int name = 0; name < 40; name++) {
            fail("name" + name, "10.0.0.1", 1);
        }

        assertThat(throttle.allows("somebody-else", "10.0.0.1", START)).isFalse();
    }

    @Test
    void successIsForgiving() {
        fail("alice", "10.0.0.1", 7);
        throttle.succeeded("alice", "10.0.0.1");
        fail("alice", "10.0.0.1", 7);

        assertThat(throttle.allows("alice", "10.0.0.1", START)).isTrue();
    }

    private void fail(String userName, String address, int times) {
        for (int time = 0; time < times; time++) {
            throttle.failed(userName, address, START);
        }
    }
}
