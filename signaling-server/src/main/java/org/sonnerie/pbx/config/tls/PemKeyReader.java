package org.sonnerie.pbx.config.tls;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;

/** Reads private keys in the forms in which programs write them. */
public final class PemKeyReader {
    private PemKeyReader() {}

    /**
     * The first private key of a text: PKCS #8, PKCS #1 (RSA) or SEC 1 (EC), not encrypted.
     *
     * @param text of a file
     * @return empty: there is none that can be read
     */
    public static Optional<PrivateKey> read(String text) {
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            Object found = parser.readObject();
            while (found != null) {
                Optional<PrivateKeyInfo> key = key(found);
                if (key.isPresent()) {
                    return Optional.of(known(key.get()));
                }
                found = parser.readObject();
            }
            return Optional.empty();
        } catch (IOException
                | GeneralSecurityException
                | IllegalArgumentException
                | IllegalStateException e) {
            // What it says of the text may be of the key.
            return Optional.empty();
        }
    }

    /** Of any other kind it is no key of an elliptic curve either, and refused as such. */
    private static PrivateKey known(PrivateKeyInfo info)
            throws IOException, GeneralSecurityException {
        boolean rsa =
                PKCSObjectIdentifiers.rsaEncryption.equals(
                        info.getPrivateKeyAlgorithm().getAlgorithm());
        return KeyFactory.getInstance(rsa ? "RSA" : "EC")
                .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
    }

    private static Optional<PrivateKeyInfo> key(Object found) {
        return switch (found) {
            case PrivateKeyInfo info -> Optional.of(info);
            case PEMKeyPair pair -> Optional.of(pair.getPrivateKeyInfo());
            default -> Optional.empty();
        };
    }
}
