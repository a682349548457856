package org.sonnerie.pbx.config;

import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is told of the certificate that HTTPS shows.
 *
 * @param kind where it is from
 * @param names host names and IP literals it is good for
 * @param issuer who signed it, as RFC 2253 writes names
 * @param from since when it is good
 * @param until until when it is good
 * @param fingerprint SHA-256 of it, hexadecimal with colons
 * @param signedByItself nobody else answers for it
 */
public record ServedCertificate(
        Kind kind,
        List<String> names,
        String issuer,
        Instant from,
        Instant until,
        String fingerprint,
        boolean signedByItself) {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final Duration SOON = Duration.ofDays(21);

    /** Copies the list. */
    public ServedCertificate {
        names = List.copyOf(names);
    }

    /** Where a certificate is from. */
    public enum Kind {
        /** Made by this server. */
        SELF_SIGNED(0),
        /** Brought by the provider. */
        UPLOADED(1),
        /** Fetched from an authority by this server. */
        ACME(2);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /**
         * By which messages choose its words.
         *
         * @return 0, 1 or 2 in the order above
         */
        public int number() {
            return number;
        }
    }

    /**
     * Reads a certificate.
     *
     * @param certificate which
     * @param kind where it is from
     * @return what is told of it
     */
    public static ServedCertificate of(X509Certificate certificate, Kind kind) {
        return new ServedCertificate(
                kind,
                names(certificate),
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                fingerprint(certificate),
                certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal()));
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getSubjectAlternativeNames())
                    .orElse(List.of())
                    .stream()
                    .filter(ServedCertificate::isHost)
                    .map(name -> String.valueOf(List.copyOf(name).getLast()))
                    .toList();
        } catch (CertificateParsingException e) {
            // Browsers cannot read them either.
            return List.of();
        }
    }

    private static boolean isHost(Collection<?> name) {
        Object type = List.copyOf(name).getFirst();
        return type.equals(DNS_NAME) || type.equals(IP_ADDRESS);
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has no digest", e);
        }
    }

    /**
     * Whole days until it ends.
     *
     * @param now the time it is judged by
     * @return 0 on its last day and when it has ended
     */
    public long days(Instant now) {
        return Math.max(0, Duration.between(now, until).toDays());
    }

    /**
     * Whether it is good.
     *
     * @param now the time it is judged by
     * @return false: it has ended, or has not begun
     */
    public boolean isGood(Instant now) {
        return now.isBefore(until) && !now.isBefore(from);
    }

    /**
     * Whether somebody should look after it: from 21 days before its end, one that lives shortly
     * from its last quarter.
     *
     * @param now the time it is judged by
     * @return true also when it has ended
     */
    public boolean endsSoon(Instant now) {
        Duration quarter = Duration.between(from, until).dividedBy(4);
        Duration early = quarter.compareTo(SOON) < 0 ? quarter : SOON;
        return !now.isBefore(until.minus(early));
    }

    /**
     * Whether a browser that asked for a host takes it (RFC 9525, section 6.3).
     *
     * @param host a name or an IP literal
     * @return false: it warns
     */
    public boolean isFor(String host) {
        String asked = host.toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(name -> covers(name.toLowerCase(Locale.ROOT), asked));
    }

    private static boolean covers(String name, String host) {
        if (name.startsWith("*.")) {
            int dot = host.indexOf('.');
            return dot > 0 && host.substring(dot).equals(name.substring(1));
        }
        return name.equals(host) || sameAddress(name, host);
    }

    private static boolean sameAddress(String name, String host) {
        Optional<InetAddress> one = address(name);
        return one.isPresent() && one.equals(address(host));
    }

    private static Optional<InetAddress> address(String text) {
        String bare = text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
        try {
            return Optional.of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
