package org.sonnerie.pbx.audit;

import java.util.stream.Collectors;

/**
 * Text that is one line wherever it is shown: nobody writes a second entry into the first, or turns
 * its words around.
 */
final class PlainText {
    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /**
     * Without what no one sees.
     *
     * @param text as it came
     * @param most how many UTF-16 units are kept
     * @return control and formatting characters, line ends and broken surrogates replaced
     */
    static String of(String text, int most) {
        String shown =
                text.codePoints()
                        .map(sign -> isSeen(sign) ? sign : REPLACEMENT)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        if (shown.length() <= most) {
            return shown;
        }
        // Not between the halves of a sign.
        int end = Character.isHighSurrogate(shown.charAt(most - 1)) ? most - 1 : most;
        return shown.substring(0, end);
    }

    private static boolean isSeen(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
