package org.sonnerie.pbx.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sonnerie.pbx.plan.CountryRule.Lengths;

/**
 * The dialling rules of countries, from their national numbering plans (ITU-T E.164, E.129).
 * Emergency numbers are those a carrier must connect without charge.
 */
final class CountryRules {
    /** Areas of +1 that are neither the United States nor Canada: dear, and dear to fraudsters. */
    private static final Set<String> CARIBBEAN =
            Set.of(
                    "242", "246", "264", "268", "284", "345", "441", "473", "649", "658", "664",
                    "721", "758", "767", "784", "809", "829", "849", "868", "869", "876");

    private static final CountryRule ELSEWHERE =
            new CountryRule(
                    "",
                    "",
                    "00",
                    "",
                    new Lengths(7, 15),
                    Set.of("112", "911"),
                    List.of(),
                    Set.of());

    private static final Map<String, CountryRule> RULES =
            Stream.of(
                            europe(
                                    "FR",
                                    "33",
                                    "0",
                                    new Lengths(9, 9),
                                    "15 17 18 112 114 115 119 191 196 197 116000 116117",
                                    "10xx 3xxx 116xxx 118xxx"),
                            europe(
                                    "BE",
                                    "32",
                                    "0",
                                    new Lengths(8, 9),
                                    "112 100 101 116000",
                                    "1xx 1xxx 116xxx"),
                            europe(
                                    "CH",
                                    "41",
                                    "0",
                                    new Lengths(9, 9),
                                    "112 117 118 143 144 145 147",
                                    "1xx 1xxx 116xxx"),
                            europe(
                                    "GB",
                                    "44",
                                    "0",
                                    new Lengths(7, 10),
                                    "999 112 18000",
                                    "101 105 111 119 123 159 116xxx 118xxx"),
                            europe(
                                    "DE",
                                    "49",
                                    "0",
                                    new Lengths(4, 13),
                                    "110 112",
                                    "115 116xxx 118xx 118xxx"),
                            europe(
                                    "AT",
                                    "43",
                                    "0",
                                    new Lengths(4, 13),
                                    "112 122 128 133 140 141 142 144 147",
                                    "116xxx 118xx 118xxx"),
                            europe(
                                    "NL",
                                    "31",
                                    "0",
                                    new Lengths(7, 10),
                                    "112 113",
                                    "144 116xxx 18xx 14xxx 140xx 140xxx"),
                            europe(
                                    "LU",
                                    "352",
                                    "",
                                    new Lengths(5, 11),
                                    "112 113",
                                    "116xxx 118xx 12xxx"),
                            europe(
                                    "ES",
                                    "34",
                                    "",
                                    new Lengths(9, 9),
                                    "112 016 024 061 062 080 085 088 091 092",
                                    "0xx 116xxx 118xx"),
                            europe(
                                    "IT",
                                    "39",
                                    "",
                                    new Lengths(6, 11),
                                    "112 113 114 115 117 118 1530",
                                    "15xx 116xxx"),
                            europe("PT", "351", "", new Lengths(9, 9), "112", "116xxx 118xx 18xx"),
                            europe(
                                    "IE",
                                    "353",
                                    "0",
                                    new Lengths(7, 9),
                                    "112 999",
                                    "116xxx 118xx 19xx"),
                            northAmerica("US"),
                            northAmerica("CA"))
                    .collect(Collectors.toUnmodifiableMap(CountryRule::country, rule -> rule));

    private CountryRules() {}

    /**
     * The rule of a country.
     *
     * @param country ISO 3166-1 alpha-2, upper case
     * @return for a country that is not listed: full numbers and the emergency numbers that every
     *     mobile network knows
     */
    static CountryRule of(String country) {
        return RULES.getOrDefault(country, ELSEWHERE);
    }

    private static CountryRule northAmerica(String country) {
        return new CountryRule(
                country,
                "1",
                "011",
                "1",
                new Lengths(10, 10),
                Set.of("911", "988"),
                List.of("x11", "933"),
                CARIBBEAN);
    }

    private static CountryRule europe(
            String country,
            String callingCode,
            String national,
            Lengths lengths,
            String emergency,
            String shortNumbers) {
        return new CountryRule(
                country,
                callingCode,
                "00",
                national,
                lengths,
                Set.of(emergency.split(" ", -1)),
                List.of(shortNumbers.split(" ", -1)),
                Set.of());
    }
}
