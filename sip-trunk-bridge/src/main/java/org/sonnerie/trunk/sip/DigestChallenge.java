package org.sonnerie.trunk.sip;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One challenge of WWW-Authenticate or Proxy-Authenticate (RFC 7616, RFC 8760).
 *
 * @param realm quotes taken off
 * @param nonce quotes taken off
 * @param opaque to be sent back
 * @param algorithm MD5, SHA-256 or one of them with -sess
 * @param qop offered, in lower case
 * @param stale true if only the nonce was too old
 */
public record DigestChallenge(
        String realm,
        String nonce,
        Optional<String> opaque,
        String algorithm,
        List<String> qop,
        boolean stale) {
    private static final List<String> KNOWN = List.of("MD5", "MD5-SESS", "SHA-256", "SHA-256-SESS");

    /**
     * Chooses the challenge to answer: the topmost one we can (RFC 8760 section 2.4).
     *
     * @param response 401 or 407
     * @param credentials only their realm is looked at
     * @return empty if none can or may be answered
     */
    public static Optional<DigestChallenge> of(SipResponse response, Credentials credentials) {
        String header = response.status() == 407 ? "Proxy-Authenticate" : "WWW-Authenticate";
        return response.headers().lines(header).stream()
                .map(DigestChallenge::parse)
                .flatMap(Optional::stream)
                .filter(c -> credentials.realm().map(c.realm()::equals).orElse(true))
                .findFirst();
    }

    /**
     * Reads one header value.
     *
     * @param value octets
     * @return empty if it is another scheme, an unknown algorithm or not well-formed
     */
    public static Optional<DigestChallenge> parse(String value) {
        if (!value.regionMatches(true, 0, "Digest ", 0, 7)) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        Headers.split(value.substring(7))
                .map(field -> field.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair ->
                        fields.put(
                                pair[0].strip().toLowerCase(Locale.ROOT),
                                TextCursor.unquoted(pair[1].strip())));
        String algorithm = fields.getOrDefault("algorithm", "MD5");
        List<String> qop =
                Headers.split(fields.getOrDefault("qop", "").toLowerCase(Locale.ROOT)).toList();
        boolean usable =
                fields.containsKey("realm")
                        && fields.containsKey("nonce")
                        && KNOWN.contains(algorithm.toUpperCase(Locale.ROOT))
                        && (qop.isEmpty() || qop.contains("auth") || qop.contains("auth-int"));
        return usable
                ? Optional.of(
                        new DigestChallenge(
                                fields.getOrDefault("realm", ""),
                                fields.getOrDefault("nonce", ""),
                                Optional.ofNullable(fields.get("opaque")),
                                algorithm,
                                qop,
                                fields.getOrDefault("stale", "").equalsIgnoreCase("true")))
                : Optional.empty();
    }
}
