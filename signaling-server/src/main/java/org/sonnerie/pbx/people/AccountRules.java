package org.sonnerie.pbx.people;

import java.util.regex.Pattern;

/** What may be typed where an account is made. */
public final class AccountRules {
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST = 200;
    private static final Pattern USER_NAME = Pattern.compile("[A-Za-z0-9._-]{2,64}");

    private AccountRules() {}

    /**
     * Whether it can be shown as somebody's or something's name.
     *
     * @param text as typed
     * @return true: 1 to 200 characters, not all blank
     */
    public static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }

    /**
     * Whether one can sign in with it.
     *
     * @param text as typed
     * @return true: 2 to 64 letters, digits, dots, hyphens or underscores
     */
    public static boolean isUserName(String text) {
        return USER_NAME.matcher(text).matches();
    }

    /**
     * Whether it is long enough for a password.
     *
     * @param text as typed
     * @return true: 12 to 200 characters
     */
    public static boolean isPassword(String text) {
        return text.length() >= SHORTEST_PASSWORD && text.length() <= LONGEST;
    }
}
