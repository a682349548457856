package org.sonnerie.pbx.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.PersonId;

class CodeThrottleTest {
    private static final PersonId ALICE = new PersonId("alice");
    private static final Duration A_WHILE = Duration.ofMinutes(6);

    private final CodeThrottle throttle = new CodeThrottle();
    private Instant now = Instant.parse("2026-11-27T09:00:00Z");

    private int tries(int wanted) {
        int made = 0;
        for (int one = 0; one < wanted; one++) {
            if (throttle.tries(ALICE, now)) {
                made++;
            }
        }
        return made;
    }

    @Test
    void eightInARowAndFortyADayAreLookedAt() {
        for (int row = 0; row < 5; row++) {
            assertThat(tries(10)).isEqualTo(8);
            now = now.plus(A_WHILE);
        }
        assertThat(tries(1)).as("the forty-first").isZero();
        now = now.plus(Duration.ofHours(23));
        assertThat(tries(1)).as("before a day is over").isZero();
        now = now.plus(Duration.ofHours(1));
        assertThat(tries(10)).as("a day later").isEqualTo(8);
    }

    @Test
    void oneThatIsRightEndsTheCountAndNobodyElseIsCounted() {
        assertThat(tries(8)).isEqualTo(8);
        assertThat(throttle.tries(new PersonId("bob"), now)).isTrue();
        throttle.succeeded(ALICE);
        assertThat(tries(10)).isEqualTo(8);
    }
}
