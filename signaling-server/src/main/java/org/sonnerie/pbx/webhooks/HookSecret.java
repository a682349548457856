package org.sonnerie.pbx.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a webhook's receiver knows events by (Standard Webhooks 1.0, "Signature scheme"): {@code
 * whsec_} and 256 random bits in base64.
 *
 * @param text as it is shown
 */
record HookSecret(String text) {
    private static final String MARK = "whsec_";
    private static final String MAC = "HmacSHA256";
    private static final int OCTETS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static HookSecret fresh() {
        byte[] random = new byte[OCTETS];
        RANDOM.nextBytes(random);
        return new HookSecret(MARK + Base64.getEncoder().encodeToString(random));
    }

    /**
     * Signs a message.
     *
     * @param id its {@code webhook-id}
     * @param at its {@code webhook-timestamp}
     * @param body its content
     * @return its {@code webhook-signature}: {@code v1,} and the HMAC-SHA256 in base64 of id, Unix
     *     seconds and body with full stops between
     */
    String sign(String id, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance(MAC);
            byte[] key = Base64.getDecoder().decode(text.substring(MARK.length()));
            mac.init(new SecretKeySpec(key, MAC));
            String signed = id + "." + at.getEpochSecond() + "." + body;
            byte[] digest = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }

    /** Leaves it out. */
    @Override
    public String toString() {
        return "HookSecret[]";
    }
}
