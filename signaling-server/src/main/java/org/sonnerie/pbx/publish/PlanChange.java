package org.sonnerie.pbx.publish;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Phrase;

/**
 * Where one plan says something else than another, in no language yet.
 *
 * @param place from the outermost thing to the innermost
 * @param what what became of it
 */
public record PlanChange(List<Phrase> place, Phrase what) {
    /** Copies the list. */
    public PlanChange {
        place = List.copyOf(place);
    }

    /**
     * In a reader's language.
     *
     * @param place such as {@code hours "Shop", Saturday}
     * @param what such as {@code closed → 09:00-12:00}, {@code added} or {@code removed}
     */
    public record Said(String place, String what) {
        @Override
        public String toString() {
            return place + ": " + what;
        }
    }

    /**
     * Says it.
     *
     * @param narrator knows the words
     * @param locale in which language
     * @return the sentence, in its two parts
     */
    Said in(Narrator narrator, Locale locale) {
        return new Said(
                place.stream()
                        .map(part -> narrator.say(part, locale))
                        .collect(Collectors.joining(", ")),
                narrator.say(what, locale));
    }
}
