package org.sonnerie.media.ice;

import java.util.random.RandomGenerator;

/**
 * One side's short-term credentials of one ICE generation (RFC 8839 section 5.4).
 *
 * @param ufrag 4 to 256 ice-chars
 * @param password 22 to 256 ice-chars; never logged
 */
public record IceCredentials(String ufrag, String password) {
    private static final String ICE_CHARS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int UFRAG_CHARS = 8;
    private static final int PASSWORD_CHARS = 24;

    /** Checks lengths and characters. */
    public IceCredentials {
        if (!isUsable(ufrag, password)) {
            throw new IllegalArgumentException("not ICE credentials");
        }
    }

    /**
     * Whether the constructor would take these.
     *
     * @param ufrag as in SDP
     * @param password as in SDP
     * @return true if both have the right length and characters
     */
    public static boolean isUsable(String ufrag, String password) {
        return isIceText(ufrag, 4) && isIceText(password, 22);
    }

    /**
     * Makes new ones: 48 bits of ufrag, unique enough to find an endpoint by, and 144 bits of
     * password.
     *
     * @param random a cryptographic one
     * @return the credentials
     */
    public static IceCredentials generate(RandomGenerator random) {
        return new IceCredentials(text(random, UFRAG_CHARS), text(random, PASSWORD_CHARS));
    }

    private static String text(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ICE_CHARS.charAt(random.nextInt(ICE_CHARS.length())));
        }
        return text.toString();
    }

    private static boolean isIceText(String text, int atLeast) {
        return text.length() >= atLeast
                && text.length() <= 256
                && text.chars().allMatch(c -> ICE_CHARS.indexOf(c) >= 0);
    }

    @Override
    public String toString() {
        return "IceCredentials(" + ufrag + ")";
    }
}
