package org.sonnerie.pbx.plan;

import java.util.List;

/**
 * Leads certain callers from outside elsewhere than the number they called does.
 *
 * @param callers who
 * @param numbers the company's numbers it holds for; empty: all
 * @param destination where they are led
 */
public record ScreeningRule(Callers callers, List<String> numbers, Destination destination) {
    /** Copies the numbers. */
    public ScreeningRule {
        numbers = List.copyOf(numbers);
    }

    /** Who a rule is about. */
    public sealed interface Callers {
        /**
         * Those on a list.
         *
         * @param list which
         */
        record Listed(CallerListId list) implements Callers {}

        /** Those who do not show their number. */
        record Withheld() implements Callers {}
    }
}
