package org.sonnerie.pbx.spending;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * So much money, of a currency that is told elsewhere. Pure.
 *
 * @param micros in millionths
 */
public record Amount(long micros) implements Comparable<Amount> {
    /** Nothing. */
    public static final Amount ZERO = new Amount(0);

    private static final int DIGITS = 6;
    private static final int CENTS = 2;
    private static final Pattern TYPED = Pattern.compile("[0-9]{1,7}([.,][0-9]{1,6})?");

    /** Refuses less than nothing. */
    public Amount {
        if (micros < 0) {
            throw new IllegalArgumentException("an amount is not below 0");
        }
    }

    /**
     * Reads what somebody typed.
     *
     * @param typed such as {@code 0.035} or {@code 0,035}
     * @return empty: it is none
     */
    public static Optional<Amount> read(String typed) {
        if (!TYPED.matcher(typed).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(typed.replace(',', '.'));
        return Optional.of(new Amount(number.movePointRight(DIGITS).longValueExact()));
    }

    /**
     * As it can be typed.
     *
     * @return such as {@code 0.035}, with two digits behind the point or more
     */
    public String text() {
        BigDecimal number = BigDecimal.valueOf(micros, DIGITS).stripTrailingZeros();
        return number.setScale(Math.max(number.scale(), CENTS), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /**
     * As it is shown; a part of a cent counts for one.
     *
     * @param currency of what
     * @param locale in whose way
     * @return such as {@code €12.50}
     */
    public String shown(Currency currency, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(Math.max(currency.getDefaultFractionDigits(), 0));
        format.setMaximumFractionDigits(Math.max(currency.getDefaultFractionDigits(), 0));
        format.setRoundingMode(RoundingMode.UP);
        return format.format(BigDecimal.valueOf(micros, DIGITS));
    }

    Amount plus(Amount other) {
        return new Amount(Math.addExact(micros, other.micros));
    }

    @Override
    public int compareTo(Amount other) {
        return Long.compare(micros, other.micros);
    }
}
