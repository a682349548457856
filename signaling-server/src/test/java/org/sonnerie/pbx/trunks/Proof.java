package org.sonnerie.pbx.trunks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks for a digest proof (RFC 7616, RFC 8760) and checks it.
 *
 * @param algorithm MD5 or SHA-256
 * @param realm of the password
 * @param user whose
 * @param password right
 */
record Proof(String algorithm, String realm, String user, String password) {
    private static final String NONCE = "bm9uY2U=";
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^,\\s]+))");

    String challenge() {
        return "Digest realm=\"%s\", nonce=\"%s\", algorithm=%s, qop=\"auth\""
                .formatted(realm, NONCE, algorithm);
    }

    boolean isGiven(String method, Optional<String> header) {
        return header.filter(value -> right(method, parameters(value))).isPresent();
    }

    private boolean right(String method, Map<String, String> given) {
        String ha1 = hash(user + ":" + realm + ":" + password);
        String ha2 = hash(method + ":" + given.get("uri"));
        String middle = NONCE + ":" + given.get("nc") + ":" + given.get("cnonce") + ":auth:";
        return user.equals(given.get("username"))
                && NONCE.equals(given.get("nonce"))
                && algorithm.equals(given.get("algorithm"))
                && hash(ha1 + ":" + middle + ha2).equals(given.get("response"));
    }

    private static Map<String, String> parameters(String value) {
        Map<String, String> all = new HashMap<>();
        Matcher found = PARAMETER.matcher(value);
        while (found.find()) {
            String text = Optional.ofNullable(found.group(2)).orElseGet(() -> found.group(3));
            all.put(found.group(1), text);
        }
        return all;
    }

    private String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
