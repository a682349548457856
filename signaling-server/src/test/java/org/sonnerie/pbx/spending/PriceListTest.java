package org.sonnerie.pbx.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which price is a number's. */
class PriceListTest {
    private static final Amount USUAL = new Amount(500_000);

    private static PriceList list(Map<String, Amount> prices) {
        return new PriceList(
                Currency.getInstance("EUR"), USUAL, new TreeMap<>(prices), new Amount(1));
    }

    private static final PriceList LIST =
            list(
                    Map.of(
                            "3", new Amount(30),
                            "33", new Amount(33),
                            "336", new Amount(336),
                            "33145678901", new Amount(7),
                            "44", Amount.ZERO));

    @ParameterizedTest
    @CsvSource({
        "+33145678901, 7",
        "+33145678902, 33",
        "+33612345678, 336",
        "+34911234567, 30",
        "+442071234567, 0",
        "+15550100200, 500000",
        "+4, 500000",
    })
    void theLongestBeginningCountsAndElseTheUsualPrice(String number, long micros) {
        assertThat(LIST.price(number)).isEqualTo(new Amount(micros));
    }

    @Test
    void aShortNumberIsNoBeginningOfAnInternationalOne() {
        assertThat(LIST.price("3300")).isEqualTo(USUAL);
        assertThat(LIST.price("118712")).isEqualTo(USUAL);
    }

    @Test
    void whatIsNoBeginningOrTooDearIsNoList() {
        assertThatThrownBy(() -> list(Map.of("033", USUAL)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> list(Map.of("+33", USUAL)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> list(Map.of("33", new Amount(1_000_000_001))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(list(Map.of("33", PriceList.HIGHEST_PRICE)).price("+331"))
                .isEqualTo(PriceList.HIGHEST_PRICE);
    }
}
