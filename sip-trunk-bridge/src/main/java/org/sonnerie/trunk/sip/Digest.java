package org.sonnerie.trunk.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Answers digest challenges with MD5 and SHA-256 (RFC 7616 section 3.4, RFC 8760). */
public final class Digest {
    private Digest() {}

    /**
     * Adds the answer to a request.
     *
     * @param request whose URI and method are proved
     * @param status 401 or 407: decides the header
     * @param challenge what was asked
     * @param credentials who answers
     * @param cnonce random, of our own, new for each answer
     * @return the request with Authorization or Proxy-Authorization
     */
    public static SipRequest answer(
            SipRequest request,
            int status,
            DigestChallenge challenge,
            Credentials credentials,
            String cnonce) {
        String value = value(request, challenge, credentials, cnonce);
        return request.with(status == 407 ? "Proxy-Authorization" : "Authorization", value);
    }

    private static String value(
            SipRequest request, DigestChallenge challenge, Credentials credentials, String cnonce) {
        String qop =
                challenge.qop().isEmpty()
                        ? ""
                        : challenge.qop().contains("auth") ? "auth" : "auth-int";
        String user = SipText.octets(credentials.userName());
        String secret =
                user + ":" + challenge.realm() + ":" + SipText.octets(credentials.password().get());
        String ha1 = hash(challenge, secret);
        if (challenge.algorithm().toLowerCase(Locale.ROOT).endsWith("-sess")) {
            ha1 = hash(challenge, ha1 + ":" + challenge.nonce() + ":" + cnonce);
        }
        String entity = qop.equals("auth-int") ? ":" + hash(challenge, request.body()) : "";
        String ha2 = hash(challenge, request.method() + ":" + request.uri() + entity);
        String middle = qop.isEmpty() ? "" : ":00000001:" + cnonce + ":" + qop;
        String response = hash(challenge, ha1 + ":" + challenge.nonce() + middle + ":" + ha2);
        StringBuilder out = new StringBuilder("Digest username=").append(quoted(user));
        out.append(", realm=").append(quoted(challenge.realm()));
        out.append(", nonce=").append(quoted(challenge.nonce()));
        out.append(", uri=").append(quoted(request.uri()));
        out.append(", response=").append(quoted(response));
        out.append(", algorithm=").append(challenge.algorithm());
        challenge.opaque().ifPresent(opaque -> out.append(", opaque=").append(quoted(opaque)));
        if (!qop.isEmpty()) {
            out.append(", qop=").append(qop);
            out.append(", nc=00000001, cnonce=").append(quoted(cnonce));
        }
        return out.toString();
    }

    private static String quoted(String octets) {
        return '"' + octets.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String hash(DigestChallenge challenge, String octets) {
        boolean sha = challenge.algorithm().toUpperCase(Locale.ROOT).startsWith("SHA-256");
        try {
            byte[] hash =
                    MessageDigest.getInstance(sha ? "SHA-256" : "MD5")
                            .digest(octets.getBytes(StandardCharsets.ISO_8859_1));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5 and SHA-256", e);
        }
    }
}
