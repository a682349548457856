package org.sonnerie.pbx.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Numbers that cost whoever calls them far more than a call does, so that fraudsters have other
 * people's telephones call them. From the national numbering plans, and of ITU-T E.164 the calling
 * codes of satellites (870, 881), of networks without a country (882, 883) and of premium-rate
 * service (979).
 */
final class PremiumRates {
    /** Directory enquiries that also put calls through, at their own price: five or six digits. */
    private static final String ENQUIRIES = "118";

    private static final int SHORTEST_ENQUIRIES = 5;

    /** Digits with the calling code in front. */
    private static final Set<String> BEGINNINGS =
            Stream.of(
                            of("", "870 881 882 883 979"),
                            of("1", "900"),
                            of("31", "900 906 909"),
                            of("32", "90"),
                            of("33", "89"),
                            of("34", "803 806 807 905 907"),
                            of("351", "601 607 608 646 648 760 761 762"),
                            of("352", "900 901 905"),
                            of("39", "144 163 164 166 892 893 894 895 899"),
                            of("41", "900 901 906"),
                            of("43", "900 901 930 931 939"),
                            of("44", "871 872 873 9"),
                            of("49", "137 900"))
                    .flatMap(beginnings -> beginnings)
                    .collect(Collectors.toUnmodifiableSet());

    private PremiumRates() {}

    private static Stream<String> of(String callingCode, String beginnings) {
        return Stream.of(beginnings.split(" ", -1)).map(digits -> callingCode + digits);
    }

    /**
     * Whether a number is dear and nobody has opened it by name: what opens a whole country does
     * not open its premium-rate numbers.
     *
     * @param number digits beginning with a calling code
     * @param open the beginnings that may be called
     * @return true: it is not to be called
     */
    static boolean closed(String number, List<String> open) {
        return BEGINNINGS.stream()
                .anyMatch(dear -> number.startsWith(dear) && !isNamed(number, dear, open));
    }

    /**
     * As {@link #closed}, of a number that is not part of E.164.
     *
     * @param dialled a short number of the country
     * @param open the beginnings that may be called; no calling code begins with 118
     * @return true: it is not to be called
     */
    static boolean closedShort(String dialled, List<String> open) {
        return dialled.length() >= SHORTEST_ENQUIRIES
                && dialled.startsWith(ENQUIRIES)
                && !isNamed(dialled, ENQUIRIES, open);
    }

    private static boolean isNamed(String number, String dear, List<String> open) {
        return open.stream().anyMatch(one -> one.startsWith(dear) && number.startsWith(one));
    }
}
