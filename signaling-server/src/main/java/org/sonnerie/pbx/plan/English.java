package org.sonnerie.pbx.plan;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Says in English what is wrong with plans, by the same message bundle as pages do: for answers and
 * exceptions that nobody translates. A constant of the program, as its classes are.
 */
final class English {
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("messages-plan", Locale.ROOT);

    private English() {}

    /**
     * Says it.
     *
     * @param key of the words
     * @param parts their arguments, {@code {0}} and so on
     * @return the words with the arguments in them
     */
    static String say(String key, List<String> parts) {
        String words = WORDS.getString(key);
        if (parts.isEmpty()) {
            return words;
        }
        StringBuilder said = new StringBuilder();
        int from = 0;
        // As java.text.MessageFormat reads them, of which no more is needed.
        for (int open = words.indexOf('{'); open >= 0; open = words.indexOf('{', from)) {
            int close = words.indexOf('}', open);
            int which = Integer.parseInt(words, open + 1, close, 10);
            said.append(words.substring(from, open).replace("''", "'")).append(parts.get(which));
            from = close + 1;
        }
        return said.append(words.substring(from).replace("''", "'")).toString();
    }
}
