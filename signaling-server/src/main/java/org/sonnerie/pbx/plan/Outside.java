package org.sonnerie.pbx.plan;

import java.util.List;

/**
 * How a company meets the public network.
 *
 * @param numbers under which it can be called
 * @param trunks over which it calls, the one to try first in front
 * @param rules what may be dialled
 */
public record Outside(List<PublicNumber> numbers, List<Trunk> trunks, DialRules rules) {
    /** Copies the lists. */
    public Outside {
        numbers = List.copyOf(numbers);
        trunks = List.copyOf(trunks);
    }
}
