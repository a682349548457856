package org.sonnerie.pbx.push;

import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Optional;

/** What a browser gave so that messages can be sealed for it (RFC 8291, section 2). */
final class BrowserKeys {
    private static final int SECRET_OCTETS = 16;

    private final ECPublicKey key;
    private final byte[] secret;

    private BrowserKeys(ECPublicKey key, byte[] secret) {
        this.key = key;
        this.secret = secret;
    }

    /**
     * Reads them as {@code PushSubscription.toJSON()} writes them.
     *
     * @param p256dh a point of P-256 as base64url
     * @param auth 16 octets as base64url
     * @return empty: they are none
     */
    static Optional<BrowserKeys> read(String p256dh, String auth) {
        Optional<byte[]> secret = octets(auth).filter(read -> read.length == SECRET_OCTETS);
        return octets(p256dh)
                .flatMap(P256::publicKey)
                .flatMap(key -> secret.map(read -> new BrowserKeys(key, read)));
    }

    private static Optional<byte[]> octets(String base64Url) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(base64Url));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    ECPublicKey key() {
        return key;
    }

    byte[] secret() {
        return secret.clone();
    }
}
