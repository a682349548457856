package org.sonnerie.pbx.plan;

import java.util.regex.Pattern;

/** The one rule for what an id may look like. */
public final class Ids {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Ids() {}

    /**
     * Refuses a text that is no id.
     *
     * @param text to be checked
     * @throws FlawedTextException if it is no id; the text itself is not repeated
     */
    public static void check(String text) {
        if (!ID.matcher(text).matches()) {
            throw new FlawedTextException(Flaw.of("not-an-id", text.length()));
        }
    }
}
