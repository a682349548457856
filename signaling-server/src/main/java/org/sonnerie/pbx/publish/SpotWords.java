package org.sonnerie.pbx.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Phrase;
import org.sonnerie.pbx.history.Sentence;
import org.sonnerie.pbx.plan.Spot;

/** Says places of a plan in a reader's language, by the words that tell changes too. */
final class SpotWords {
    private static final Pattern POSITION = Pattern.compile("[A-Za-z]+\\[([0-9]+)].*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,6}");

    /** Members whose entries are called by words of their own instead of the member's. */
    private static final Set<String> SKIPPED =
            Set.of("keys", "codes", "openCallingCodes", "rules", "holidays", "week");

    private final Narrator narrator;
    private final Locale locale;

    SpotWords(Narrator narrator, Locale locale) {
        this.narrator = narrator;
        this.locale = locale;
    }

    /**
     * Says one.
     *
     * @param spot to be said
     * @return such as {@code menu "Main", key 4}; empty: the whole
     */
    String say(Spot spot) {
        List<String> place = new ArrayList<>();
        if (!spot.kind().isEmpty()) {
            place.add(
                    DocumentSpot.ONLY.contains(spot.kind())
                            ? say("plan.member." + spot.kind())
                            : narrator.say(element(spot), locale));
        }
        if (!spot.member().isEmpty()) {
            String[] path = spot.member().split("\\.", -1);
            for (int i = 0; i < path.length; i++) {
                if (i == path.length - 1 || !SKIPPED.contains(path[i])) {
                    place.add(i == 0 ? word(path[0]) : entry(path[i - 1], path[i]));
                }
            }
        }
        return String.join(", ", place);
    }

    /** An element by its name. */
    static Phrase named(String kind, String name) {
        return Sentence.of("plan.named", kind(kind), name);
    }

    /** By its name, its number, its position in the document, or else its kind alone. */
    private static Phrase element(Spot spot) {
        if (!spot.name().isEmpty()) {
            return named(spot.kind(), spot.name());
        }
        if (!spot.id().isEmpty()) {
            return Sentence.of("plan.numbered", kind(spot.kind()), spot.id());
        }
        Matcher position = POSITION.matcher(spot.place());
        return position.matches() ? counted(spot.kind(), position.group(1)) : kind(spot.kind());
    }

    private static Phrase kind(String kind) {
        return Sentence.of("plan.kind." + kind);
    }

    /** People count from 1 on. */
    private static Phrase counted(String kind, String position) {
        String number =
                DIGITS.matcher(position).matches()
                        ? String.valueOf(Integer.parseInt(position) + 1)
                        : position;
        return Sentence.of("plan.numbered", kind(kind), number);
    }

    /** An entry of a member, or a member of a member. */
    private String entry(String of, String name) {
        return switch (of) {
            case "keys", "languages" -> numbered("plan.spot.key", name);
            case "codes" -> numbered("plan.spot.code", name);
            case "openCallingCodes" -> numbered("plan.spot.calling-code", name);
            case "rules" -> narrator.say(counted("rule", name), locale);
            case "holidays" -> narrator.say(counted("holiday", name), locale);
            default -> PlanChanges.NAMED_BY_HAND.contains(of) ? name : word(name);
        };
    }

    private String numbered(String key, String number) {
        return narrator.say(Sentence.of("plan.numbered", Sentence.of(key), number), locale);
    }

    /** What the writer of a document made up has no words. */
    private String word(String name) {
        return narrator.find("plan.member." + name, locale).orElse(name);
    }

    private String say(String key) {
        return narrator.say(Sentence.of(key), locale);
    }
}
