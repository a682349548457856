package org.sonnerie.pbx.fake;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on somebody's telephone: reads the secret off the page and makes codes (RFC 6238). */
public final class AuthenticatorApp {
    private static final Pattern SECRET =
            Pattern.compile("<code class=\"secret\">([A-Z2-7 ]+)</code>");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int OCTETS = 20;

    private final String secret;

    private AuthenticatorApp(String secret) {
        this.secret = secret;
    }

    public static AuthenticatorApp reading(String page) {
        Matcher found = SECRET.matcher(page);
        if (!found.find()) {
            throw new AssertionError("no secret on the page");
        }
        return new AuthenticatorApp(found.group(1).replace(" ", ""));
    }

    public String secret() {
        return secret;
    }

    public String code(Instant now) {
        BigInteger number = BigInteger.ZERO;
        for (int at = 0; at < secret.length(); at++) {
            int letter = LETTERS.indexOf(secret.charAt(at));
            number = number.shiftLeft(5).add(BigInteger.valueOf(letter));
        }
        byte[] all = number.toByteArray();
        byte[] key = new byte[OCTETS];
        int length = Math.min(OCTETS, all.length);
        System.arraycopy(all, all.length - length, key, OCTETS - length, length);
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(8).putLong(now.getEpochSecond() / 30).array());
            int at = hash[19] & 15;
            BigInteger cut = new BigInteger(1, Arrays.copyOfRange(hash, at, at + 4));
            return "%06d".formatted(cut.clearBit(31).intValue() % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
