package org.sonnerie.pbx.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is kept of a secret nobody can guess, so that it is known again when it comes back. */
public final class Digest {
    private Digest() {}

    /**
     * SHA-256. Only for what is random: a password needs a slow one.
     *
     * @param secret of at least 80 random bits
     * @return 64 hexadecimal digits
     */
    public static String of(String secret) {
        try {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
