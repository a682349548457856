package org.sonnerie.pbx.publish;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Phrase;
import org.sonnerie.pbx.history.Sentence;

/**
 * Where one plan says something else than another, in no language yet.
 *
 * @param place from the outermost thing to the innermost
 * @param what what became of it
 */
public record PlanChange(List<Phrase> place, Phrase what) {
    /** The words of what was one thing and is another. */
    static final String BECOMES = "plan.becomes";

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
     * In a language, what it was apart from what it is.
     *
     * @param place such as {@code hours "Shop", Saturday}
     * @param before such as {@code closed}; empty: it was not there
     * @param after such as {@code 09:00-12:00} or {@code removed}
     */
    public record Sides(String place, String before, String after) {}

    /**
     * Says it in three parts.
     *
     * @param narrator knows the words
     * @param locale in which language
     * @return the parts
     */
    public Sides sides(Narrator narrator, Locale locale) {
        String where = in(narrator, locale).place();
        return what instanceof Sentence(String key, var parts) && key.equals(BECOMES)
                ? new Sides(
                        where,
                        narrator.say(parts.get(0), locale),
                        narrator.say(parts.get(1), locale))
                : new Sides(where, "", narrator.say(what, locale));
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
