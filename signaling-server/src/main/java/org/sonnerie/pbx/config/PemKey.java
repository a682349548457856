package org.sonnerie.pbx.config;

import java.security.PrivateKey;
import java.util.Optional;
import org.sonnerie.pbx.config.tls.PemKeyReader;

/** Private keys as text (RFC 7468). */
public final class PemKey {
    private PemKey() {}

    /**
     * The first private key of a text: PKCS #8, PKCS #1 (RSA) or SEC 1 (EC), not encrypted.
     *
     * @param text of a file
     * @return empty: there is none that can be read
     */
    public static Optional<PrivateKey> read(String text) {
        return PemKeyReader.read(text);
    }

    /**
     * Whether the key of a text is hidden by a passphrase.
     *
     * @param text of a file
     * @return false: it is not, or there is none
     */
    public static boolean isEncrypted(String text) {
        return text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")
                || text.contains("Proc-Type: 4,ENCRYPTED");
    }
}
