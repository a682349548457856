package org.sonnerie.pbx.history;

import java.time.Instant;
import java.util.Optional;
import org.sonnerie.pbx.plan.PersonId;

/**
 * Which records are wanted.
 *
 * @param from those that began then or later
 * @param to those that began before
 * @param number those in which a number holding these digits called or was called
 * @param person those that concerned a person: he called, took it, was rung, or should have been
 * @param reported only those that somebody reported
 */
public record CallFilter(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> number,
        Optional<PersonId> person,
        boolean reported) {
    private static final String NO_PART_OF_A_NUMBER = "[^0-9+*#]";

    /** Every record. */
    public static final CallFilter ALL =
            new CallFilter(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /**
     * Takes spaces, dots and the like out of the number.
     *
     * @throws IllegalArgumentException if nothing is left of it
     */
    public CallFilter {
        number = number.map(CallFilter::digits);
    }

    /** What a number consists of, without spaces, dots and the like; may be empty. */
    static String dialable(String number) {
        return number.replaceAll(NO_PART_OF_A_NUMBER, "");
    }

    private static String digits(String number) {
        String digits = dialable(number);
        if (digits.isEmpty()) {
            throw new IllegalArgumentException("a number has at least one digit");
        }
        return digits;
    }
}
