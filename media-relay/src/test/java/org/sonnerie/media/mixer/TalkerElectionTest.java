package org.sonnerie.media.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TalkerElectionTest {
    private final TalkerElection<String> election = new TalkerElection<>();

    @Test
    void theThreeLoudestAreHeard() {
        elect(Map.of("a", 50.0, "b", 20.0, "c", 30.0, "d", 40.0));

        assertThat(election.hasFloor("b")).isTrue();
        assertThat(election.hasFloor("c")).isTrue();
        assertThat(election.hasFloor("d")).isTrue();
        assertThat(election.hasFloor("a")).isFalse();
    }

    @Test
    void whoHasTheFloorKeepsItAgainstALittleLouderNewcomer() {
        elect(Map.of("a", 30.0, "b", 30.0, "c", 30.0));
        elect(Map.of("a", 30.0, "b", 30.0, "c", 30.0, "d", 28.0));

        assertThat(election.hasFloor("d")).isFalse();

        elect(Map.of("a", 30.0, "b", 30.0, "c", 31.0, "d", 20.0));

        assertThat(election.hasFloor("d")).isTrue();
        assertThat(election.hasFloor("c")).isFalse();
    }

    @Test
    void whoFallsSilentLosesTheFloor() {
        elect(Map.of("a", 30.0));
        elect(Map.of());

        assertThat(election.hasFloor("a")).isFalse();
    }

    private void elect(Map<String, Double> candidates) {
        election.begin();
        candidates.forEach(election::candidate);
        election.end();
    }
}
