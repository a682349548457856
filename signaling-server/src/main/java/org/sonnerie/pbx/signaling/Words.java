package org.sonnerie.pbx.signaling;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;

/** The words of the protocol: constants written small with hyphens. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Optional<E> read(Class<E> type, String word) {
        return EnumSet.allOf(type).stream()
                .filter(constant -> of(constant).equals(word))
                .findFirst();
    }
}
