package org.sonnerie.pbx.plan;

import java.util.Arrays;
import java.util.List;

/**
 * What is wrong somewhere in a plan, in no language yet.
 *
 * @param word names it; the words for it stand in the message bundles behind {@code plan.flaw.}
 * @param parts the arguments of these words
 */
public record Flaw(String word, List<Part> parts) {
    /** What the keys of its words begin with. */
    public static final String KEY = "plan.flaw.";

    /** Copies the list. */
    public Flaw {
        parts = List.copyOf(parts);
    }

    /**
     * With arguments.
     *
     * @param word names it
     * @param parts parts, or whatever is the same in every language
     * @return the flaw
     */
    public static Flaw of(String word, Object... parts) {
        return new Flaw(
                word,
                Arrays.stream(parts)
                        .map(part ->
                                part instanceof Part one ? one : new Plain(String.valueOf(part)))
                        .toList());
    }

    /**
     * In plain English.
     *
     * @return such as {@code there is no room meeting}
     */
    public String english() {
        return English.say(KEY + word, parts.stream().map(Flaw::english).toList());
    }

    private static String english(Part part) {
        return switch (part) {
            case Plain(String text) -> text;
            case Named(String kind, String name) ->
                    English.say(
                            "plan.named",
                            List.of(English.say("plan.kind." + kind, List.of()), name));
            case Joined(String key, List<Part> all) ->
                    all.stream()
                            .map(Flaw::english)
                            .reduce((one, next) -> English.say(key, List.of(one, next)))
                            .orElse("");
        };
    }

    /** An argument. */
    public sealed interface Part {}

    /**
     * The same in every language.
     *
     * @param text such as a name or a number
     */
    public record Plain(String text) implements Part {}

    /**
     * An element of the plan.
     *
     * @param kind such as {@code menu}
     * @param name as shown
     */
    public record Named(String kind, String name) implements Part {}

    /**
     * Several, said one after the other.
     *
     * @param key of the words that join two of them
     * @param all one or more
     */
    public record Joined(String key, List<Part> all) implements Part {
        private static final String THEN = "plan.spot.then";
        private static final String OR = "plan.spot.or";

        /** Copies the list. */
        public Joined {
            all = List.copyOf(all);
        }

        static Joined then(List<? extends Part> all) {
            return new Joined(THEN, List.copyOf(all));
        }

        static Joined or(List<String> all) {
            return new Joined(OR, all.stream().<Part>map(Plain::new).toList());
        }
    }
}
