package org.sonnerie.pbx.history;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;

/**
 * Which records are wanted.
 *
 * @param from those that began then or later
 * @param to those that began before
 * @param number those in which a number holding these digits called or was called
 * @param person those that concerned a person: he called, took it, was rung, or should have been
 * @param reported only those that somebody reported
 * @param queues only those that were with one of these, for whoever looks after no others
 */
public record CallFilter(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> number,
        Optional<PersonId> person,
        boolean reported,
        Optional<Set<QueueId>> queues) {
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
        queues = queues.map(Set::copyOf);
    }

    /**
     * Of whatever queue, or none.
     *
     * @param from those that began then or later
     * @param to those that began before
     * @param number those in which a number holding these digits called or was called
     * @param person those that concerned a person
     * @param reported only those that somebody reported
     */
    public CallFilter(
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> number,
            Optional<PersonId> person,
            boolean reported) {
        this(from, to, number, person, reported, Optional.empty());
    }

    /**
     * Of these, those that were with some queues.
     *
     * @param some which
     * @return the rest as it is
     */
    public CallFilter within(Set<QueueId> some) {
        return new CallFilter(from, to, number, person, reported, Optional.of(some));
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
