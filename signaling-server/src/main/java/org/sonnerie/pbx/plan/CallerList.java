package org.sonnerie.pbx.plan;

import java.util.List;

/**
 * Callers from outside that are treated in the same way.
 *
 * @param id names the list
 * @param name such as "Blocked"
 * @param numbers E.164 with "+", or the beginning of such numbers and a "*"
 */
public record CallerList(CallerListId id, String name, List<String> numbers) {
    private static final String ANY = "*";

    /** Copies the numbers. */
    public CallerList {
        numbers = List.copyOf(numbers);
    }

    /**
     * Whether a caller is on it.
     *
     * @param caller E.164 with "+"
     * @return true: his number, or its beginning, is
     */
    public boolean holds(String caller) {
        return numbers.stream()
                .anyMatch(number ->
                        number.endsWith(ANY)
                                ? caller.startsWith(
                                        number.substring(0, number.length() - ANY.length()))
                                : caller.equals(number));
    }
}
