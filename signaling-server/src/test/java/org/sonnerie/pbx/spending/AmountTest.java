package org.sonnerie.pbx.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts as they are typed and shown. */
class AmountTest {
    private static final Currency EURO = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "50; 50000000; 50.00",
                "0,035; 35000; 0.035",
                "0.000001; 1; 0.000001",
                "0; 0; 0.00",
                "9999999.5; 9999999500000; 9999999.50"
            })
    void whatIsTypedIsReadToTheMillionth(String typed, long micros, String text) {
        Amount read = Amount.read(typed).orElseThrow();

        assertThat(read.micros()).isEqualTo(micros);
        assertThat(read.text()).isEqualTo(text);
        assertThat(Amount.read(text)).contains(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-1", "1.", ".5", "1e3", "1.0000001", "12345678", "1 000", "€5"})
    void whatIsNoAmountIsNotRead(String typed) {
        assertThat(Amount.read(typed)).isEmpty();
    }

    @Test
    void aPartOfACentIsShownAsOne() {
        assertThat(new Amount(12_500_001).shown(EURO, Locale.UK)).isEqualTo("€12.51");
        assertThat(new Amount(12_500_000).shown(EURO, Locale.UK)).isEqualTo("€12.50");
        assertThat(new Amount(12_500_000).shown(EURO, Locale.FRANCE)).contains("12,50", "€");
        assertThat(new Amount(12_500_000).shown(Currency.getInstance("JPY"), Locale.UK))
                .contains("13")
                .doesNotContain(".");
    }
}
