package org.sonnerie.pbx.config.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A self-signed certificate of this machine, made once and kept in the data folder, so that a
 * browser has to be told only once to trust it.
 */
public final class SelfSignedCertificate {
    /** The alias of key and certificate in the key store. */
    public static final String ALIAS = "sonnerie";

    /** Not a secret: the file's permissions protect the key, as with any server's key file. */
    public static final String STORE_PASSWORD = "sonnerie";

    private static final String FILE = "https.jks";

    /**
     * Not PKCS #12, which stretches the password over ten thousand rounds at each use: a third of a
     * second of every start, for a password that keeps nobody out.
     */
    private static final String TYPE = "JKS";

    private static final Duration LIFE = Duration.ofDays(825);
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);
    private static final Pattern IP_LITERAL = Pattern.compile("[0-9.]+|.*:.*");

    private SelfSignedCertificate() {}

    /**
     * The certificate of the folder, made anew where there is none or it is about to expire.
     *
     * @param folder where it is kept; exists
     * @param names host names and IP literals it shall be good for, at least one
     * @param now the time it is judged by
     * @return a key store with one entry
     * @throws IOException if the folder cannot be read or written
     * @throws GeneralSecurityException if the JDK lacks an algorithm, or the file is damaged
     */
    public static KeyStore of(Path folder, List<String> names, Instant now)
            throws IOException, GeneralSecurityException {
        Path file = folder.resolve(FILE);
        Optional<KeyStore> kept = Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
        if (kept.isPresent() && isGoodFor(kept.get(), now)) {
            return kept.get();
        }
        KeyStore made = make(names, now);
        write(made, file);
        return made;
    }

    private static boolean isGoodFor(KeyStore store, Instant now) throws GeneralSecurityException {
        return store.getCertificate(ALIAS) instanceof X509Certificate certificate
                && certificate.getNotAfter().toInstant().isAfter(now.plus(RENEWED_BEFORE_END));
    }

    private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(TYPE);
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, STORE_PASSWORD.toCharArray());
        }
        return store;
    }

    private static void write(KeyStore store, Path file)
            throws IOException, GeneralSecurityException {
        Path part = file.resolveSibling(FILE + ".part");
        Files.deleteIfExists(part);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    part,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        try (OutputStream out = Files.newOutputStream(part)) {
            store.store(out, STORE_PASSWORD.toCharArray());
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static KeyStore make(List<String> names, Instant now)
            throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        X509Certificate certificate = certificate(keys, names, now);
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(null, null);
        store.setKeyEntry(
                ALIAS,
                keys.getPrivate(),
                STORE_PASSWORD.toCharArray(),
                new X509Certificate[] {certificate});
        return store;
    }

    private static X509Certificate certificate(KeyPair keys, List<String> names, Instant now)
            throws GeneralSecurityException, CertIOException {
        X500Name name = new X500Name("CN=Sonnerie, O=Sonnerie (self-signed)");
        X509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(127, new SecureRandom()).add(BigInteger.ONE),
                        Date.from(now.minus(Duration.ofHours(1))),
                        Date.from(now.plus(LIFE)),
                        name,
                        keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(keys.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("the certificate cannot be signed", e);
        }
    }

    private static GeneralNames alternatives(List<String> names) {
        return new GeneralNames(
                names.stream()
                        .distinct()
                        .map(name ->
                                new GeneralName(
                                        IP_LITERAL.matcher(name).matches()
                                                ? GeneralName.iPAddress
                                                : GeneralName.dNSName,
                                        name))
                        .toArray(GeneralName[]::new));
    }
}
