package org.sonnerie.pbx.brand;

import java.util.regex.Pattern;

/** What addresses of companies look like. */
public final class AddressRules {
    private static final int LONGEST_HOST = 253;
    private static final Pattern HOST =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,62}");
    private static final Pattern PATH = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

    private AddressRules() {}

    /**
     * Whether a text is the name of a host (RFC 1123 section 2.1), with a dot and in lower case.
     *
     * @param text which
     * @return false: it is none, or a number
     */
    public static boolean isHost(String text) {
        return text.length() <= LONGEST_HOST && HOST.matcher(text).matches();
    }

    /**
     * Whether a text can stand behind {@code /at/}: small letters, digits, and hyphens between.
     *
     * @param text which
     * @return false: it is something else, or longer than 40
     */
    public static boolean isPath(String text) {
        return PATH.matcher(text).matches();
    }
}
