package org.sonnerie.media.dtls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A certificate's fingerprint as SDP carries it (RFC 8122 section 5).
 *
 * @param algorithm lower case, {@code sha-256}, {@code sha-384} or {@code sha-512}
 * @param hex upper-case pairs with colons
 */
public record Fingerprint(String algorithm, String hex) {
    private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();

    /** Normalises the case and refuses what is not usable. */
    public Fingerprint {
        algorithm = algorithm.toLowerCase(Locale.ROOT);
        hex = hex.toUpperCase(Locale.ROOT);
        if (digestBytes(algorithm) * 3 - 1 != hex.length()
                || !hex.matches("[0-9A-F]{2}(:[0-9A-F]{2})*")) {
            throw new IllegalArgumentException("not a usable fingerprint");
        }
    }

    /**
     * Reads the value of {@code a=fingerprint}.
     *
     * @param value such as {@code sha-256 AB:CD:…}
     * @return the fingerprint; nothing for an unknown or weak digest or a malformed value
     */
    public static Optional<Fingerprint> parse(String value) {
        int space = value.indexOf(' ');
        if (space < 0 || value.length() > 256) {
            return Optional.empty();
        }
        String algorithm = value.substring(0, space).toLowerCase(Locale.ROOT);
        String hex = value.substring(space + 1).strip().toUpperCase(Locale.ROOT);
        boolean usable =
                digestBytes(algorithm) * 3 - 1 == hex.length()
                        && hex.matches("[0-9A-F]{2}(:[0-9A-F]{2})*");
        return usable ? Optional.of(new Fingerprint(algorithm, hex)) : Optional.empty();
    }

    /**
     * Computes one.
     *
     * @param algorithm the digest, as in SDP
     * @param certificate DER
     * @return its fingerprint
     */
    public static Fingerprint of(String algorithm, byte[] certificate) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm.toUpperCase(Locale.ROOT));
            return new Fingerprint(algorithm, HEX.formatHex(digest.digest(certificate)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /**
     * Whether a certificate is the announced one.
     *
     * @param certificate DER
     * @return true if its digest is this one
     */
    public boolean matches(byte[] certificate) {
        return of(algorithm, certificate).equals(this);
    }

    private static int digestBytes(String algorithm) {
        return switch (algorithm) {
            case "sha-256" -> 32;
            case "sha-384" -> 48;
            case "sha-512" -> 64;
            default -> -1;
        };
    }

    @Override
    public String toString() {
        return algorithm + " " + hex;
    }
}
