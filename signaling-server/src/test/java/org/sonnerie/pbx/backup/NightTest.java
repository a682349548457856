package org.sonnerie.pbx.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NightTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static boolean due(String newest, String now) {
        return Night.due(Optional.of(Instant.parse(newest)), Instant.parse(now), PARIS);
    }

    @Test
    void theFirstIsDueAtOnce() {
        assertThat(Night.due(Optional.empty(), Instant.parse("2026-11-28T12:00:00Z"), PARIS))
                .isTrue();
    }

    @Test
    void oneIsDueFromThreeOClockOnWhereTheServerIs() {
        String yesterday = "2026-11-27T02:10:00Z";

        assertThat(due(yesterday, "2026-11-28T01:59:59Z")).isFalse();
        assertThat(due(yesterday, "2026-11-28T02:00:00Z")).isTrue();
        assertThat(due(yesterday, "2026-11-28T20:00:00Z")).isTrue();
    }

    @Test
    void oneThatWasMadeSinceIsEnough() {
        assertThat(due("2026-11-28T02:00:00Z", "2026-11-29T01:00:00Z")).isFalse();
    }
}
