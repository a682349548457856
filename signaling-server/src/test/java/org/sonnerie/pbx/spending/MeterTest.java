package org.sonnerie.pbx.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a call costs of a day, on days of 23, 24 and 25 hours. */
class MeterTest {
    /** 0.06 a minute: 0.001 a second. */
    private static final Amount PRICE = new Amount(60_000);

    private static final Meter PARIS = new Meter(PRICE, ZoneId.of("Europe/Paris"));
    private static final long HOUR = 3_600_000;

    private static Amount cost(Meter meter, String from, String to, String day) {
        return meter.cost(Instant.parse(from), Instant.parse(to), LocalDate.parse(day));
    }

    @Test
    void eachSecondThatHasBegunCosts() {
        Instant answered = Instant.parse("2026-06-10T10:00:00.500Z");
        LocalDate day = LocalDate.parse("2026-06-10");

        assertThat(PARIS.cost(answered, answered, day)).isEqualTo(Amount.ZERO);
        assertThat(PARIS.cost(answered, answered.plusNanos(1), day)).isEqualTo(new Amount(1_000));
        assertThat(PARIS.cost(answered, answered.plusSeconds(60), day)).isEqualTo(PRICE);
        assertThat(PARIS.cost(answered, answered.plusMillis(60_001), day))
                .isEqualTo(new Amount(61_000));
    }

    @Test
    void aMillionthThatIsNotWholeCostsOne() {
        Meter cheap = new Meter(new Amount(1), ZoneId.of("UTC"));

        assertThat(cost(cheap, "2026-06-10T10:00:00Z", "2026-06-10T10:00:01Z", "2026-06-10"))
                .isEqualTo(new Amount(1));
    }

    @Test
    void theDayOfTheChangeToSummerHas23Hours() {
        String from = "2026-03-28T22:00:00Z";
        String to = "2026-03-30T00:00:00Z";

        assertThat(cost(PARIS, from, to, "2026-03-28")).isEqualTo(new Amount(HOUR * 1));
        assertThat(cost(PARIS, from, to, "2026-03-29")).isEqualTo(new Amount(HOUR * 23));
        assertThat(cost(PARIS, from, to, "2026-03-30")).isEqualTo(new Amount(HOUR * 2));
        assertThat(cost(PARIS, from, to, "2026-03-31")).isEqualTo(Amount.ZERO);
    }

    @Test
    void theDayOfTheChangeToWinterHas25Hours() {
        assertThat(cost(PARIS, "2026-10-24T00:00:00Z", "2026-10-27T00:00:00Z", "2026-10-25"))
                .isEqualTo(new Amount(HOUR * 25));
    }

    @Test
    void whereMidnightIsLeftOutTheDayBeginsLater() {
        Meter cairo = new Meter(PRICE, ZoneId.of("Africa/Cairo"));

        assertThat(cost(cairo, "2026-04-23T00:00:00Z", "2026-04-25T00:00:00Z", "2026-04-24"))
                .as("its first moment is 01:00")
                .isEqualTo(new Amount(HOUR * 23));
    }

    @Test
    void theDearestCallOfAMonthCanBeCounted() {
        Meter dearest = new Meter(PriceList.HIGHEST_PRICE, ZoneId.of("UTC"));
        Running month = new Running(dearest, Optional.of(Instant.parse("2026-06-01T00:00:00Z")));
        Instant end = Instant.parse("2026-07-01T00:00:00Z");

        assertThat(month.days(end.minusNanos(1))).hasSize(30);
        assertThat(month.cost(LocalDate.parse("2026-06-30"), end))
                .isEqualTo(
                        new Amount(
                                PriceList.HIGHEST_PRICE.micros() * Duration.ofDays(1).toMinutes()));
    }
}
