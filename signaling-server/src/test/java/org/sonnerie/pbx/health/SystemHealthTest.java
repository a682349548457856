package org.sonnerie.pbx.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sonnerie.pbx.config.ServedCertificate;
import org.sonnerie.pbx.config.ServedCertificate.Kind;
import org.sonnerie.pbx.health.Check.Level;

class SystemHealthTest {
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "50000000000, 100000000000, GOOD, 50",
        "10000000000, 100000000000, GOOD, 10",
        "9900000000, 100000000000, WARNING, 9",
        "500000000, 100000000000, WARNING, 0",
        "499999999, 1000000000, BAD, 49",
        "0, 0, BAD, 0"
    })
    void diskIsJudgedByWhatIsFree(long free, long all, Level level, long percent) {
        Check check = SystemHealth.disk(free, all);

        assertThat(check.level()).isEqualTo(level);
        assertThat(check.facts()).containsExactly(free / 1_000_000, percent);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, GOOD", "1000, 5, GOOD", "1000, 6, WARNING"})
    void soundIsJudgedByWorkThatWasLate(long ticks, long late, Level level) {
        Map<String, Long> counted = Map.of("ticks", ticks, "ticks_late", late, "endpoints_now", 3L);

        Check check = SystemHealth.sound(counted);

        assertThat(check.level()).isEqualTo(level);
        assertThat(check.facts().getFirst()).isEqualTo(3L);
    }

    @ParameterizedTest
    @CsvSource({
        "90, 22, GOOD",
        "90, 21, WARNING",
        "90, 1, WARNING",
        "90, 0, BAD",
        "90, -3, BAD",
        "90, 91, BAD",
        "8, 3, GOOD",
        "8, 2, WARNING"
    })
    void certificateIsJudgedByItsDaysToCome(long life, long days, Level level) {
        Instant end = NOW.plus(Duration.ofDays(days));
        ServedCertificate served =
                new ServedCertificate(
                        Kind.UPLOADED,
                        List.of("phone.example.org"),
                        "CN=Authority",
                        end.minus(Duration.ofDays(life)),
                        end,
                        "AB:CD",
                        false);

        Check check = SystemHealth.certificate(Optional.of(served), false, NOW);

        assertThat(check.level()).isEqualTo(level);
        assertThat(check.facts()).isEqualTo(level == Level.BAD ? List.of() : List.of(days, 1, 0));
        assertThat(SystemHealth.certificate(Optional.of(served), true, NOW).level())
                .isEqualTo(level == Level.BAD ? Level.BAD : Level.WARNING);
    }

    @Test
    void noCertificateIsBad() {
        assertThat(SystemHealth.certificate(Optional.empty(), false, NOW).level())
                .isEqualTo(Level.BAD);
    }
}
