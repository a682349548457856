package org.sonnerie.pbx.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.LegId;

/** The sums of days, and the limit at its very edge. */
class BookTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** 0.60 a minute: 0.01 a second. */
    private static final Amount PRICE = new Amount(600_000);

    private static final Meter METER = new Meter(PRICE, PARIS);
    private static final Amount LIMIT = new Amount(1_000_000);
    private static final LocalDate DAY = LocalDate.parse("2026-06-10");
    private static final Instant NOON = Instant.parse("2026-06-10T10:00:00Z");

    private final Book book = new Book();

    private boolean begins(String leg, Instant now) {
        return book.begin(new LegId(leg), METER, LIMIT, now);
    }

    @Test
    void oneMillionthBelowTheLimitACallBeginsAndAtTheLimitNone() {
        book.restore(DAY, new Amount(999_999));
        assertThat(begins("a-1", NOON)).isTrue();

        Book full = new Book();
        full.restore(DAY, LIMIT);
        assertThat(full.begin(new LegId("b-1"), METER, LIMIT, NOON)).isFalse();
        assertThat(full.reckoned(DAY, NOON)).as("a refused one counts not").isEqualTo(LIMIT);
    }

    @Test
    void whereNothingMayBeSpentNothingBeginsButWhatIsFree() {
        Meter free = new Meter(Amount.ZERO, PARIS);

        assertThat(book.begin(new LegId("a-1"), METER, Amount.ZERO, NOON)).isFalse();
        assertThat(book.begin(new LegId("a-2"), free, Amount.ZERO, NOON)).isTrue();
    }

    @Test
    void manyThatArePlacedAtOnceCannotAllSlipThrough() {
        assertThat(begins("a-1", NOON)).as("0 of 1.00").isTrue();
        assertThat(begins("a-2", NOON)).as("0.60 of 1.00").isTrue();
        assertThat(begins("a-3", NOON)).as("1.20 of 1.00").isFalse();

        book.ended(new LegId("a-1"), NOON.plusSeconds(20));

        assertThat(book.reckoned(DAY, NOON.plusSeconds(20)))
                .as("one that nobody answered has cost nothing")
                .isEqualTo(PRICE);
        assertThat(begins("a-4", NOON.plusSeconds(20))).isTrue();
    }

    @Test
    void aRunningCallCountsByTheSecondAndReachesTheLimitWhileItRuns() {
        begins("a-1", NOON);
        book.answered(new LegId("a-1"), NOON);

        assertThat(begins("a-2", NOON.plusSeconds(99))).as("0.99").isTrue();
        book.ended(new LegId("a-2"), NOON.plusSeconds(99));
        assertThat(begins("a-3", NOON.plusSeconds(100))).as("1.00").isFalse();
    }

    @Test
    void whatEndedStaysCountedOfWhatItCostIndeed() {
        begins("a-1", NOON);
        book.answered(new LegId("a-1"), NOON.plusSeconds(30));
        book.ended(new LegId("a-1"), NOON.plusSeconds(37).plusMillis(1));

        assertThat(book.reckoned(DAY, NOON.plusSeconds(60)))
                .as("seven seconds and one that has begun")
                .isEqualTo(new Amount(80_000));
        assertThat(book.takeChanged(NOON.plusSeconds(60)))
                .isEqualTo(Map.of(DAY, new Amount(80_000)));
        assertThat(book.takeChanged(NOON.plusSeconds(61))).isEmpty();
    }

    @Test
    void whatCouldNotBeKeptIsToBeKeptAgain() {
        begins("a-1", NOON);
        book.answered(new LegId("a-1"), NOON);
        book.runsOn(NOON.plusSeconds(10));
        Map<LocalDate, Amount> sums = book.takeChanged(NOON.plusSeconds(10));
        assertThat(sums).isEqualTo(Map.of(DAY, new Amount(100_000)));

        book.changed(Set.of(DAY));

        assertThat(book.takeChanged(NOON.plusSeconds(20)))
                .isEqualTo(Map.of(DAY, new Amount(200_000)));
    }

    @Test
    void midnightOfTheCompanysClockBeginsANewSum() {
        Instant beforeMidnight = Instant.parse("2026-06-10T21:59:50Z");
        book.restore(DAY, new Amount(900_000));
        assertThat(begins("a-1", beforeMidnight)).isTrue();
        book.answered(new LegId("a-1"), beforeMidnight);
        assertThat(begins("a-2", beforeMidnight.plusSeconds(9)))
                .as("a minute is reckoned with")
                .isFalse();

        assertThat(begins("a-3", beforeMidnight.plusSeconds(10))).as("the new day begins").isTrue();
        book.ended(new LegId("a-3"), beforeMidnight.plusSeconds(10));
        book.ended(new LegId("a-1"), beforeMidnight.plusSeconds(30));

        assertThat(book.takeChanged(beforeMidnight.plusSeconds(30)))
                .isEqualTo(
                        Map.of(DAY, new Amount(1_000_000), DAY.plusDays(1), new Amount(200_000)));
    }
}
