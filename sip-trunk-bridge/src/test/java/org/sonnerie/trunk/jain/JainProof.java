package org.sonnerie.trunk.jain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.HexFormat;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.WWWAuthenticateHeader;
import org.jspecify.annotations.Nullable;

/**
 * A digest challenge and its check, on what JAIN-SIP reads. Its own check knows MD5 only.
 *
 * @param algorithm MD5 or SHA-256
 * @param user whose
 * @param password right
 */
public record JainProof(String algorithm, String user, String password) {
    private static final String REALM = "jain.test";
    private static final String NONCE = "amFpbg==";

    void put(WWWAuthenticateHeader challenge) throws ParseException {
        challenge.setRealm(REALM);
        challenge.setNonce(NONCE);
        challenge.setAlgorithm(algorithm);
        challenge.setQop("auth");
    }

    boolean isGiven(String method, @Nullable AuthorizationHeader given) {
        if (given == null || !given.getNonce().equals(NONCE)) {
            return false;
        }
        String ha1 = hash(user + ":" + REALM + ":" + password);
        String ha2 = hash(method + ":" + given.getURI());
        String middle =
                ":%s:%08x:%s:auth:".formatted(NONCE, given.getNonceCount(), given.getCNonce());
        return given.getUsername().equals(user)
                && given.getRealm().equals(REALM)
                && given.getAlgorithm().equals(algorithm)
                && given.getResponse().equals(hash(ha1 + middle + ha2));
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
