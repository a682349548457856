package org.sonnerie.pbx.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How numbers are dialled in one country.
 *
 * @param country ISO 3166-1 alpha-2
 * @param callingCode digits without "+"; empty where the country is not known
 * @param international what comes before the calling code of another country
 * @param national what comes before a number of this country (trunk prefix); may be empty
 * @param lengths how long a number is without it
 * @param emergency numbers that always go out
 * @param shortNumbers further numbers that are not part of E.164; {@code x} is any digit
 * @param foreignAreas beginnings of numbers under the same calling code that are another country
 */
record CountryRule(
        String country,
        String callingCode,
        String international,
        String national,
        Lengths lengths,
        Set<String> emergency,
        List<String> shortNumbers,
        Set<String> foreignAreas) {

    /**
     * A span of lengths.
     *
     * @param least at least so many digits
     * @param most at most so many
     */
    record Lengths(int least, int most) {
        boolean holds(String digits) {
            return digits.length() >= least && digits.length() <= most;
        }
    }

    boolean isEmergency(String dialled) {
        return emergency.contains(dialled);
    }

    boolean isShortNumber(String dialled) {
        return shortNumbers.stream().anyMatch(pattern -> fits(pattern, dialled));
    }

    private static boolean fits(String pattern, String dialled) {
        if (pattern.length() != dialled.length()) {
            return false;
        }
        for (int i = 0; i < pattern.length(); i++) {
            char wanted = pattern.charAt(i);
            char given = dialled.charAt(i);
            if (wanted != given && (wanted != 'x' || given < '0' || given > '9')) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads a number in its international form.
     *
     * @param dialled digits, "+" in front or not
     * @return digits beginning with a calling code, or empty if it is another form
     */
    Optional<String> fromInternational(String dialled) {
        if (dialled.startsWith("+")) {
            return Optional.of(dialled.substring(1));
        }
        return dialled.startsWith(international)
                ? Optional.of(dialled.substring(international.length()))
                : Optional.empty();
    }

    /**
     * Reads a number in the country's own form.
     *
     * @param dialled digits
     * @return digits beginning with the calling code, or empty if it is another form
     */
    Optional<String> fromNational(String dialled) {
        if (callingCode.isEmpty()) {
            return Optional.empty();
        }
        return withoutPrefix(dialled)
                .filter(number -> lengths.holds(number))
                .map(number -> callingCode + number);
    }

    private Optional<String> withoutPrefix(String dialled) {
        if (national.isEmpty()) {
            return Optional.of(dialled);
        }
        if (dialled.startsWith(national)) {
            return Optional.of(dialled.substring(national.length()))
                    .filter(number -> !number.startsWith("0"));
        }
        // North America: the prefix is the calling code, and may be left out.
        return national.equals(callingCode) ? Optional.of(dialled) : Optional.empty();
    }

    /** Whether a number is of this country: digits with the calling code in front. */
    boolean isAtHome(String number) {
        return !callingCode.isEmpty()
                && number.startsWith(callingCode)
                && foreignAreas.stream()
                        .noneMatch(area -> number.startsWith(area, callingCode.length()));
    }

    /** Whether a number of this country is as long as such numbers are. */
    boolean isWhole(String number) {
        return lengths.holds(number.substring(callingCode.length()));
    }
}
