package org.sonnerie.media.sdp;

import java.util.Locale;
import java.util.Optional;

/**
 * The hash of a certificate (RFC 8122 section 5).
 *
 * @param algorithm in lower case, such as {@code sha-256}
 * @param hex in upper case, octets parted by colons
 */
public record Fingerprint(String algorithm, String hex) {
    /** Refuses what the grammar does not allow. */
    public Fingerprint {
        if (!algorithm.matches("[a-z0-9-]{3,16}")
                || !hex.matches("[0-9A-F]{2}(:[0-9A-F]{2}){15,63}")) {
            throw new IllegalArgumentException("not a fingerprint");
        }
    }

    static Optional<Fingerprint> parse(String content) {
        String[] parts = content.strip().split(" +", -1);
        boolean sound =
                parts.length == 2
                        && parts[0].matches("[A-Za-z0-9-]{3,16}")
                        && parts[1].matches("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){15,63}");
        return sound
                ? Optional.of(
                        new Fingerprint(
                                parts[0].toLowerCase(Locale.ROOT),
                                parts[1].toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }
}
