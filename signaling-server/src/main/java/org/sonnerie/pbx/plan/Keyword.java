package org.sonnerie.pbx.plan;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;

/**
 * The word by which documents, messages and files of words name a constant: written small, with
 * hyphens.
 */
public final class Keyword {
    private Keyword() {}

    /**
     * Writes.
     *
     * @param constant such as {@code ROUND_ROBIN}
     * @return such as {@code round-robin}
     */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads.
     *
     * @param <E> of which kind
     * @param type of which kind
     * @param word such as {@code round-robin}
     * @return empty: no constant of that kind is called so
     */
    public static <E extends Enum<E>> Optional<E> read(Class<E> type, String word) {
        return EnumSet.allOf(type).stream()
                .filter(constant -> of(constant).equals(word))
                .findFirst();
    }
}
