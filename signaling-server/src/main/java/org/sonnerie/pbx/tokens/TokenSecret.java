package org.sonnerie.pbx.tokens;

import java.util.regex.Pattern;
import org.sonnerie.pbx.config.Digest;
import org.sonnerie.pbx.config.RandomText;

/**
 * A token itself: {@code snr_} and 256 random bits. It is kept as its SHA-256 digest: what nobody
 * can guess needs no slow hash.
 *
 * @param text as it is sent
 */
record TokenSecret(String text) {
    private static final String MARK = "snr_";
    private static final int SHOWN = MARK.length() + 6;
    private static final Pattern FORM = Pattern.compile(MARK + "[A-Za-z0-9_-]{43}");

    static TokenSecret fresh() {
        return new TokenSecret(MARK + RandomText.secret());
    }

    boolean isWellFormed() {
        return FORM.matcher(text).matches();
    }

    String prefix() {
        return text.substring(0, SHOWN);
    }

    String digest() {
        return Digest.of(text);
    }

    /** Leaves it out. */
    @Override
    public String toString() {
        return "TokenSecret[]";
    }
}
