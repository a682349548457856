package org.sonnerie.pbx.call;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The letters of names: which recording says one, and which key of a phone has it. */
final class Letters {
    /** From ITU-T E.161: the letters on the keys 2 to 9. */
    private static final String KEYS = "22233344455566677778889999";

    /** A letter with its accent, then the letter under it. */
    private static final Map<String, String> ACCENTS =
            Map.of(
                    "acute", "éeáaíióoúuýy",
                    "grave", "èeàaùuìiòo",
                    "circumflex", "êeâaîiôoûu",
                    "diaeresis", "ëeïiüuöoäaÿy",
                    "cedilla", "çc",
                    "tilde", "ñnãaõo");

    /** Those of French names: the others are said without their accent. */
    private static final String SAID_WITH_ACCENT = "éèêëàâçîïôùûü";

    private static final Map<Integer, String> OTHERS =
            Map.of((int) 'œ', "oe", (int) 'æ', "ae", (int) 'ß', "ss", (int) 'ø', "o");

    private static final Map<Integer, Accented> ACCENTED = accented();

    private record Accented(char letter, String accent) {}

    private Letters() {}

    private static Map<Integer, Accented> accented() {
        Map<Integer, Accented> all = new HashMap<>();
        ACCENTS.forEach((accent, letters) -> {
            for (int i = 0; i < letters.length(); i += 2) {
                all.put((int) letters.charAt(i), new Accented(letters.charAt(i + 1), accent));
            }
        });
        return Map.copyOf(all);
    }

    /**
     * The recording that says a letter.
     *
     * @param letter large or small
     * @return empty: there is none
     */
    static Optional<String> recording(int letter) {
        int small = Character.toLowerCase(letter);
        Accented accented = ACCENTED.get(small);
        if (accented != null) {
            String accent = SAID_WITH_ACCENT.indexOf(small) < 0 ? "" : "-" + accented.accent();
            return Optional.of("letter-" + accented.letter() + accent);
        }
        if (small >= 'a' && small <= 'z') {
            return Optional.of("letter-" + (char) small);
        }
        return switch (small) {
            case 'œ' -> Optional.of("letter-oe");
            case '-' -> Optional.of("hyphen");
            case '\'', '’' -> Optional.of("apostrophe");
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                    Optional.of("number-" + (small - '0'));
            default -> Optional.empty();
        };
    }

    /**
     * The keys that type a name.
     *
     * @param name one word of it
     * @return digits, such as 6635 for Noël
     */
    static String keys(String name) {
        StringBuilder keys = new StringBuilder();
        folded(name).chars().forEach(letter -> keys.append(KEYS.charAt(letter - 'a')));
        return keys.toString();
    }

    /** Its letters from a to z alone: accents are left out, as is all that is no letter. */
    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT)
                .codePoints()
                .mapToObj(Letters::plain)
                .collect(Collectors.joining());
    }

    private static String plain(int letter) {
        Accented accented = ACCENTED.get(letter);
        if (accented != null) {
            return String.valueOf(accented.letter());
        }
        return letter >= 'a' && letter <= 'z'
                ? String.valueOf((char) letter)
                : OTHERS.getOrDefault(letter, "");
    }
}
