package org.sonnerie.pbx.provider;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.provider.ProviderRefusedException.Wrong;
import org.sonnerie.pbx.spending.Amount;
import org.sonnerie.pbx.spending.PriceList;

/**
 * What is typed of the price list.
 *
 * @param currency ISO 4217
 * @param daily what a company may spend in a day
 * @param usual the price of a minute to numbers that begin otherwise
 * @param list a line for each beginning: the beginning and the price of a minute
 */
public record PricesForm(
        @Nullable String currency,
        @Nullable String daily,
        @Nullable String usual,
        @Nullable String list) {
    private static final Pattern LINE =
            Pattern.compile("(?:\\+|00)?([0-9]{1,15})\\s*[;,\\s]\\s*([0-9]+(?:[.,][0-9]+)?)");

    static PricesForm of(PriceList list) {
        return new PricesForm(
                list.currency().getCurrencyCode(),
                list.daily().text(),
                list.usual().text(),
                list.perMinute().entrySet().stream()
                        .map(one -> one.getKey() + ";" + one.getValue().text())
                        .collect(Collectors.joining("\n")));
    }

    /** Nothing left out, no space around. */
    static PricesForm typed(PricesForm form) {
        return new PricesForm(
                CompanyForm.text(form.currency).toUpperCase(Locale.ROOT),
                CompanyForm.text(form.daily),
                CompanyForm.text(form.usual),
                CompanyForm.text(form.list));
    }

    /** What is wrong, by field: a key of a message. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(one -> one.getCurrencyCode().equals(CompanyForm.text(currency)))) {
            problems.put("currency", "spending.problem.currency");
        }
        if (Amount.read(CompanyForm.text(daily)).filter(PriceList::isLimit).isEmpty()) {
            problems.put("daily", "spending.problem.daily");
        }
        if (Amount.read(CompanyForm.text(usual)).filter(PriceList::isPrice).isEmpty()) {
            problems.put("usual", "spending.problem.price");
        }
        if (wrongLine().isPresent()) {
            problems.put("list", "spending.problem.list");
        } else if (prices().size() > PriceList.MOST) {
            problems.put("list", "spending.problem.many");
        }
        return problems;
    }

    /** The same with what their messages tell. */
    List<Wrong> wrong() {
        return problems().entrySet().stream()
                .map(one -> new Wrong(one.getKey(), one.getValue(), List.of(wrongLine().orElse(0))))
                .toList();
    }

    /** The first line that is none, or names a beginning again; counted from 1. */
    OptionalInt wrongLine() {
        SortedMap<String, Amount> before = new TreeMap<>();
        int number = 0;
        for (String line : CompanyForm.text(list).lines().toList()) {
            number++;
            if (!line.isBlank() && !take(line.strip(), before)) {
                return OptionalInt.of(number);
            }
        }
        return OptionalInt.empty();
    }

    private SortedMap<String, Amount> prices() {
        SortedMap<String, Amount> prices = new TreeMap<>();
        CompanyForm.text(list)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> take(line.strip(), prices));
        return prices;
    }

    private static boolean take(String line, SortedMap<String, Amount> prices) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                && PriceList.isBeginning(matcher.group(1))
                && Amount.read(matcher.group(2))
                        .filter(PriceList::isPrice)
                        .filter(price -> prices.putIfAbsent(matcher.group(1), price) == null)
                        .isPresent();
    }

    /** Of a form without problems. */
    PriceList priceList() {
        return new PriceList(
                Currency.getInstance(CompanyForm.text(currency)),
                Amount.read(CompanyForm.text(usual)).orElseThrow(),
                prices(),
                Amount.read(CompanyForm.text(daily)).orElseThrow());
    }
}
