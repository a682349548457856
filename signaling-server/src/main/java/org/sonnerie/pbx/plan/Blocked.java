package org.sonnerie.pbx.plan;

import java.util.Set;
import org.sonnerie.pbx.plan.ReachRule.Caller;

/**
 * Callers from outside who never ring a person.
 *
 * @param numbers E.164 with "+"
 * @param withheld true: nor do those who do not show their number
 */
public record Blocked(Set<String> numbers, boolean withheld) {
    /** Nobody. */
    public static final Blocked NOBODY = new Blocked(Set.of(), false);

    /** Copies the numbers. */
    public Blocked {
        numbers = Set.copyOf(numbers);
    }

    /**
     * Whether a caller is one of them. A colleague or a guest never is.
     *
     * @param caller who calls
     * @return true: the phone does not ring for him
     */
    public boolean holds(Caller caller) {
        return caller instanceof Caller.Outsider(var number)
                && number.map(numbers::contains).orElse(withheld);
    }
}
