package org.sonnerie.pbx.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.signaling.RateLimit.Verdict;

class RateLimitTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void burstOfAHundredIsFollowedThenTwoHundredRefusedThenItEnds() {
        RateLimit limit = new RateLimit(START);
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (int message = 0; message < 1_000; message++) {
            verdicts.merge(limit.message(START), 1, Integer::sum);
        }

        assertThat(verdicts)
                .containsEntry(Verdict.FOLLOW, 100)
                .containsEntry(Verdict.REFUSE, 200)
                .containsEntry(Verdict.CLOSE, 700);
    }

    @Test
    void fiftyASecondMayGoOnForEver() {
        RateLimit limit = new RateLimit(START);
        for (int message = 1; message <= 10_000; message++) {
            assertThat(limit.message(START.plusMillis(20L * message))).isEqualTo(Verdict.FOLLOW);
        }
    }

    @Test
    void pauseMakesItForgive() {
        RateLimit limit = new RateLimit(START);
        for (int message = 0; message < 250; message++) {
            limit.message(START);
        }
        Instant later = START.plusSeconds(3);
        for (int message = 0; message < 100; message++) {
            assertThat(limit.message(later)).isEqualTo(Verdict.FOLLOW);
        }
        for (int message = 0; message < 200; message++) {
            assertThat(limit.message(later)).isEqualTo(Verdict.REFUSE);
        }
    }
}
