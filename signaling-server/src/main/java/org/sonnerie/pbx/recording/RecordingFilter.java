package org.sonnerie.pbx.recording;

import java.time.Instant;
import java.util.Optional;

/**
 * Which recordings are wanted.
 *
 * @param from those that began then or later
 * @param to those that began before
 * @param number those with a number in them that holds these digits
 * @param person those that a person asked for, or is in from the beginning
 */
public record RecordingFilter(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> number,
        Optional<Person> person) {
    private static final String NO_PART_OF_A_NUMBER = "[^0-9+]";

    /** Every recording. */
    public static final RecordingFilter ALL =
            new RecordingFilter(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Takes spaces, dots and the like out of the number.
     *
     * @throws IllegalArgumentException if nothing is left of it
     */
    public RecordingFilter {
        number = number.map(RecordingFilter::digits);
    }

    private static String digits(String number) {
        String digits = number.replaceAll(NO_PART_OF_A_NUMBER, "");
        if (digits.isEmpty()) {
            throw new IllegalArgumentException("a number has at least one digit");
        }
        return digits;
    }

    /**
     * Somebody.
     *
     * @param id his id
     * @param extension his extension
     */
    public record Person(String id, String extension) {}
}
