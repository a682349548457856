package org.sonnerie.pbx.plan;

import java.util.List;
import java.util.Optional;

/**
 * How a company meets the public network.
 *
 * @param numbers under which it can be called
 * @param trunks over which it calls, the one to try first in front
 * @param rules what may be dialled
 * @param screening which callers are led elsewhere
 */
public record Outside(
        List<PublicNumber> numbers, List<Trunk> trunks, DialRules rules, Screening screening) {
    /** Copies the lists. */
    public Outside {
        numbers = List.copyOf(numbers);
        trunks = List.copyOf(trunks);
    }

    /**
     * Of a company that treats all callers alike.
     *
     * @param numbers under which it can be called
     * @param trunks over which it calls
     * @param rules what may be dialled
     */
    public Outside(List<PublicNumber> numbers, List<Trunk> trunks, DialRules rules) {
        this(numbers, trunks, rules, Screening.NONE);
    }

    /**
     * One of the trunks.
     *
     * @param id as it was typed or sent
     * @return empty: there is none of that id
     */
    public Optional<Trunk> trunk(String id) {
        return trunks.stream().filter(one -> one.id().text().equals(id)).findFirst();
    }

    /**
     * The same with other screening.
     *
     * @param other instead of its own
     * @return the same numbers, trunks and rules
     */
    public Outside with(Screening other) {
        return new Outside(numbers, trunks, rules, other);
    }
}
