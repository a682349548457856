package org.sonnerie.pbx.secondfactor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that a clock and a shared secret make (RFC 6238 over RFC 4226): HMAC-SHA-1, 30 s, 6 digits,
 * which is what every app for it understands.
 */
final class Totp {
    /** As long as the hash (RFC 4226 section 4). */
    static final int SECRET_OCTETS = 20;

    private static final String HASH = "HmacSHA1";
    private static final long STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    private static final int LOW_BITS = 0xf;
    private static final int WITHOUT_SIGN = 0x7fff_ffff;

    private Totp() {}

    /** Which step of time it is. */
    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step: 6 digits. */
    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(secret, HASH));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            // RFC 4226 section 5.3: the last four bits say where the 31 bits begin.
            int at = hash[hash.length - 1] & LOW_BITS;
            int number = (ByteBuffer.wrap(hash).getInt(at) & WITHOUT_SIGN) % MODULUS;
            return String.format(Locale.ROOT, "%06d", number);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HASH, e);
        }
    }

    /**
     * Which step a code is of: this one, or a neighbour's where clocks differ (RFC 6238 section
     * 5.2). Takes as long for a wrong one.
     *
     * @param secret the shared one
     * @param typed 6 digits
     * @param now the time
     * @return empty: of none of the three
     */
    static OptionalLong matching(byte[] secret, String typed, Instant now) {
        OptionalLong found = OptionalLong.empty();
        long middle = step(now);
        for (long step = middle - 1; step <= middle + 1; step++) {
            if (MessageDigest.isEqual(octets(code(secret, step)), octets(typed))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
