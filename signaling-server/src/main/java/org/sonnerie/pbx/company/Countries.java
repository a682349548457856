package org.sonnerie.pbx.company;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The countries a company can be in. */
public final class Countries {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Countries() {}

    /**
     * A choice.
     *
     * @param code ISO 3166-1 alpha-2
     * @param name in the reader's language
     */
    public record Country(String code, String name) {}

    /**
     * Whether it is a country's code.
     *
     * @param code as sent
     * @return true: ISO 3166-1 alpha-2, upper case
     */
    public static boolean known(String code) {
        return CODES.contains(code);
    }

    /**
     * All of them.
     *
     * @param locale the reader's
     * @return in the order of their names
     */
    public static List<Country> all(Locale locale) {
        Collator order = Collator.getInstance(locale);
        return CODES.stream()
                .map(code -> new Country(code, Locale.of("", code).getDisplayCountry(locale)))
                .sorted(Comparator.comparing(Country::name, order))
                .toList();
    }
}
