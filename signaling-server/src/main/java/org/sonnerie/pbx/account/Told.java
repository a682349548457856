package org.sonnerie.pbx.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the account's page says of what was just done; it stands in the page's address. */
enum Told {
    PASSWORD_WRONG(false),
    TOO_MANY(false),
    CODE_WRONG(false),
    PASSWORD_LENGTH(false),
    PASSWORD_CHANGED(true),
    FACTOR_OFF(true),
    SESSION_ENDED(true),
    SESSIONS_ENDED(true),
    KEY_ADDED(true),
    KEY_NAMED(true),
    KEY_REMOVED(true),
    KEY_REFUSED(false),
    KEY_LABEL(false),
    KEYS_ENOUGH(false);

    private final boolean good;

    Told(boolean good) {
        this.good = good;
    }

    /** True: it was done. */
    boolean good() {
        return good;
    }

    /** Which message says it. */
    String key() {
        return "account.told." + word();
    }

    /** Back to the page, which says it. */
    String page() {
        return "redirect:" + address();
    }

    /** The page that says it. */
    String address() {
        return "/account?told=" + word();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Told> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
