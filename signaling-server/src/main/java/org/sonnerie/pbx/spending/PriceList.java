package org.sonnerie.pbx.spending;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a minute to outside costs. Pure.
 *
 * @param currency of all amounts
 * @param usual what a minute costs to a number that begins like none of the others
 * @param perMinute what it costs by the beginnings of numbers: E.164 without "+"
 * @param daily what a company may spend in a day for which nothing else is said
 */
public record PriceList(
        Currency currency, Amount usual, SortedMap<String, Amount> perMinute, Amount daily) {
    /** The highest price of a minute: a call of days can still be counted. */
    public static final Amount HIGHEST_PRICE = new Amount(1_000_000_000);

    /** The highest that a company may be let spend in a day. */
    public static final Amount HIGHEST_LIMIT = new Amount(1_000_000_000_000L);

    /** As many beginnings as a form holds. */
    public static final int MOST = 5_000;

    private static final Pattern BEGINNING = Pattern.compile("[1-9][0-9]{0,14}");

    /** Refuses what cannot be kept. */
    public PriceList {
        boolean good =
                perMinute.size() <= MOST
                        && perMinute.keySet().stream().allMatch(PriceList::isBeginning)
                        && perMinute.values().stream().allMatch(PriceList::isPrice)
                        && isPrice(usual)
                        && isLimit(daily);
        if (!good) {
            throw new IllegalArgumentException("this is no price list");
        }
        perMinute = new TreeMap<>(perMinute);
    }

    /**
     * Whether numbers can begin so.
     *
     * @param text digits, without "+"
     * @return false: none does
     */
    public static boolean isBeginning(String text) {
        return BEGINNING.matcher(text).matches();
    }

    /**
     * Whether a minute can cost so much.
     *
     * @param price in the list's currency
     * @return false: it is too much
     */
    public static boolean isPrice(Amount price) {
        return price.compareTo(HIGHEST_PRICE) <= 0;
    }

    /**
     * Whether a company can be let spend so much.
     *
     * @param limit of a day
     * @return false: it is too much
     */
    public static boolean isLimit(Amount limit) {
        return limit.compareTo(HIGHEST_LIMIT) <= 0;
    }

    /** What a minute to a number costs: the longest beginning counts; short numbers have none. */
    Amount price(String number) {
        if (!number.startsWith("+")) {
            return usual;
        }
        String digits = number.substring(1);
        Map<String, Amount> prices = perMinute;
        return IntStream.iterate(digits.length(), length -> length > 0, length -> length - 1)
                .mapToObj(length -> Optional.ofNullable(prices.get(digits.substring(0, length))))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(usual);
    }
}
