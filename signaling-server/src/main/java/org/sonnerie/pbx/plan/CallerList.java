package org.sonnerie.pbx.plan;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Callers from outside that are treated in the same way.
 *
 * @param id names the list
 * @param name such as "Blocked"
 * @param numbers E.164 with "+", or the beginning of such numbers and a "*"
 */
public record CallerList(CallerListId id, String name, List<String> numbers) {
    private static final String ANY = "*";
    private static final Pattern NUMBERS =
            Pattern.compile("\\+[1-9][0-9]{6,14}|\\+[1-9][0-9]{0,13}\\*");

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
        return holds(numbers, caller);
    }

    /**
     * Whether a text can stand among the numbers.
     *
     * @param text E.164 with "+", or the beginning of such numbers and a "*"
     * @return true: it is one of those
     */
    public static boolean isNumber(String text) {
        return NUMBERS.matcher(text).matches();
    }

    /** What is wrong with numbers, one by one. */
    static Stream<Flaw> problems(Collection<String> numbers) {
        return numbers.stream()
                .filter(number -> !isNumber(number))
                .map(number -> Flaw.of("bad-caller", number));
    }

    static boolean holds(Collection<String> numbers, String caller) {
        return numbers.stream()
                .anyMatch(number ->
                        number.endsWith(ANY)
                                ? caller.startsWith(
                                        number.substring(0, number.length() - ANY.length()))
                                : caller.equals(number));
    }
}
