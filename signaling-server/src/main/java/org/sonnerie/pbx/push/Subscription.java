package org.sonnerie.pbx.push;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;

/**
 * One browser that can be woken. Its endpoint and keys are secrets: they let anybody speak to it.
 *
 * @param company whose
 * @param person whose
 * @param endpoint where its push service takes messages for it
 * @param p256dh its public key, base64url
 * @param auth its secret, base64url
 * @param language of its notifications: a BCP 47 tag
 */
record Subscription(
        CompanyId company,
        PersonId person,
        URI endpoint,
        String p256dh,
        String auth,
        String language) {
    /** Names it without telling the endpoint. */
    String hash() {
        return hash(endpoint.toString());
    }

    static String hash(String endpoint) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(endpoint.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Subscription[" + person + " " + endpoint.getHost() + "]";
    }
}
