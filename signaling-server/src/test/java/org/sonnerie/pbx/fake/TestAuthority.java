package org.sonnerie.pbx.fake;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that signs certificates for tests: a root, and one below it that signs. */
public final class TestAuthority {
    private static final X500Name ROOT = new X500Name("CN=Test root");
    private static final X500Name BELOW = new X500Name("CN=Test authority");
    private static final Duration LIFE = Duration.ofDays(90);

    private final KeyPair rootKeys = keys("EC", 256);
    private final KeyPair keys = keys("EC", 256);
    private final X509Certificate root;
    private final X509Certificate below;

    public TestAuthority(Instant now) {
        Wish wish = Wish.at(now.minus(Duration.ofDays(100)), Duration.ofDays(3_650));
        root = sign(ROOT, rootKeys.getPublic(), new Signer(ROOT, rootKeys), wish);
        below = sign(BELOW, keys.getPublic(), new Signer(ROOT, rootKeys), wish);
    }

    private record Signer(X500Name name, KeyPair keys) {}

    /**
     * What a certificate shall be.
     *
     * @param names none: one that answers for others
     */
    public record Wish(List<String> names, Instant from, Instant until, KeyPurposeId use) {
        private static Wish at(Instant from, Duration life) {
            return new Wish(List.of(), from, from.plus(life), KeyPurposeId.id_kp_serverAuth);
        }

        /** A usual one: since an hour, for 90 days. */
        public static Wish of(Instant now, String... names) {
            Instant from = now.minus(Duration.ofHours(1));
            return new Wish(List.of(names), from, from.plus(LIFE), KeyPurposeId.id_kp_serverAuth);
        }

        public Wish between(Instant begin, Instant end) {
            return new Wish(names, begin, end, use);
        }

        public Wish forUse(KeyPurposeId other) {
            return new Wish(names, from, until, other);
        }
    }

    public static KeyPair keys(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public X509Certificate root() {
        return root;
    }

    /** Who signs. */
    public X509Certificate below() {
        return below;
    }

    public X509Certificate issue(PublicKey key, Wish wish) {
        return sign(new X500Name("CN=Server"), key, new Signer(BELOW, keys), wish);
    }

    private static X509Certificate sign(X500Name name, PublicKey key, Signer by, Wish wish) {
        try {
            X509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            by.name(),
                            new BigInteger(120, new SecureRandom()).add(BigInteger.ONE),
                            Date.from(wish.from()),
                            Date.from(wish.until()),
                            name,
                            key);
            builder.addExtension(
                    Extension.basicConstraints, true, new BasicConstraints(wish.names().isEmpty()));
            if (!wish.names().isEmpty()) {
                builder.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(wish.use()));
                builder.addExtension(Extension.subjectAlternativeName, false, names(wish.names()));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(by.keys().getPrivate())));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralNames names(List<String> names) {
        return new GeneralNames(
                names.stream()
                        .map(name ->
                                new GeneralName(
                                        name.matches("[0-9.]+|.*:.*")
                                                ? GeneralName.iPAddress
                                                : GeneralName.dNSName,
                                        name))
                        .toArray(GeneralName[]::new));
    }

    /** Certificates, keys of the older forms, or what else Bouncy Castle writes as text. */
    public static String pem(Object... things) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object thing : things) {
                writer.writeObject(thing);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
