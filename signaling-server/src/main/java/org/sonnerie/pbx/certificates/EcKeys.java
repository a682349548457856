package org.sonnerie.pbx.certificates;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** Pairs of keys of the curve P-256, new ones and those that are kept as text. */
final class EcKeys {
    private static final String ALGORITHM = "EC";

    private EcKeys() {}

    static KeyPair made() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /** Two lines of base64: the private key (PKCS #8) and the public one (SubjectPublicKeyInfo). */
    static String text(KeyPair keys) {
        Base64.Encoder base64 = Base64.getEncoder();
        return base64.encodeToString(keys.getPrivate().getEncoded())
                + "\n"
                + base64.encodeToString(keys.getPublic().getEncoded())
                + "\n";
    }

    static KeyPair read(String text) throws GeneralSecurityException {
        List<String> lines = text.lines().toList();
        if (lines.size() != 2) {
            throw new GeneralSecurityException("it has " + lines.size() + " lines, not 2");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        return new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(base64.decode(lines.getLast()))),
                factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.getFirst()))));
    }
}
