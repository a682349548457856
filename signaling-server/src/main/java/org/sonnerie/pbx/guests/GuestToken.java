package org.sonnerie.pbx.guests;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Signs the names of links (HMAC with SHA-256, RFC 2104), so that nobody who guesses asks the
 * database. Thread safe.
 *
 * <pre>
 * id "." base64url( HMAC( key, "guest-link " id ) )
 * </pre>
 */
final class GuestToken {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "guest-link ";
    private static final int LONGEST = 100;

    private final SecretKey key;

    GuestToken(SecretKey key) {
        this.key = key;
    }

    String of(String id) {
        return id + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(id));
    }

    /** The name of the link; empty: it is not signed by this server. */
    Optional<String> read(String token) {
        int dot = token.indexOf('.');
        if (dot <= 0 || token.length() > LONGEST) {
            return Optional.empty();
        }
        String id = token.substring(0, dot);
        // Compared as text: two texts may mean the same octets.
        boolean same =
                MessageDigest.isEqual(
                        of(id).getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
        return same ? Optional.of(id) : Optional.empty();
    }

    private byte[] mac(String id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((PURPOSE + id).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
