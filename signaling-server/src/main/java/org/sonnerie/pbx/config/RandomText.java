package org.sonnerie.pbx.config;

import java.security.SecureRandom;
import java.util.Base64;

/** Text nobody can guess, made of letters, digits, '-' and '_'. */
public final class RandomText {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 12;

    private RandomText() {}

    /**
     * A secret: a ticket, a token, a one-time link.
     *
     * @return 256 bits in 43 characters
     */
    public static String secret() {
        return of(SECRET_BYTES);
    }

    /**
     * The name of a new thing, unique without asking anybody.
     *
     * @return 96 bits in 16 characters
     */
    public static String id() {
        return of(ID_BYTES);
    }

    private static String of(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
