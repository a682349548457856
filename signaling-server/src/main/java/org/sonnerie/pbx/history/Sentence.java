package org.sonnerie.pbx.history;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence as data. Pure.
 *
 * @param key in the message bundles
 * @param parts its arguments
 */
public record Sentence(String key, List<Phrase> parts) implements Phrase {
    /** Copies the list. */
    public Sentence {
        parts = List.copyOf(parts);
    }

    /**
     * With arguments.
     *
     * @param key in the message bundles
     * @param parts phrases, texts and numbers
     * @return the sentence
     */
    public static Sentence of(String key, Object... parts) {
        return new Sentence(key, Arrays.stream(parts).map(Sentence::phrase).toList());
    }

    private static Phrase phrase(Object part) {
        return part instanceof Phrase phrase ? phrase : new Plain(String.valueOf(part));
    }
}
