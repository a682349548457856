package org.sonnerie.pbx.config;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.config.ServedCertificate.Kind;
import org.sonnerie.pbx.config.tls.SelfSignedCertificate;

/**
 * The certificate that takes the place of the self-signed one: a key store of one entry in the data
 * folder, readable to its owner alone. Its alias says where it is from.
 *
 * @param folder the data folder
 */
record InstalledCertificate(Path folder) {
    /** Beside {@code https.jks}, which stays for the way back. */
    private static final String FILE = "https-installed.jks";

    private static final String TYPE = "JKS";

    private static char[] password() {
        return SelfSignedCertificate.STORE_PASSWORD.toCharArray();
    }

    /** A key store with one entry, of a kind other than self-signed. */
    static KeyStore store(PrivateKey key, List<X509Certificate> chain, Kind kind)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(null, null);
        store.setKeyEntry(alias(kind), key, password(), chain.toArray(X509Certificate[]::new));
        return store;
    }

    /** The certificate of a store, if it holds one of that kind. */
    static Optional<X509Certificate> certificate(KeyStore store, Kind kind)
            throws GeneralSecurityException {
        return Optional.ofNullable(store.getCertificate(alias(kind)))
                .filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast);
    }

    private static String alias(Kind kind) {
        return kind == Kind.SELF_SIGNED
                ? SelfSignedCertificate.ALIAS
                : kind.name().toLowerCase(Locale.ROOT);
    }

    /** What is kept; empty: nothing is. */
    Optional<KeyStore> kept() throws IOException, GeneralSecurityException {
        Path file = folder.resolve(FILE);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        KeyStore store = KeyStore.getInstance(TYPE);
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password());
        }
        return Optional.of(store);
    }

    /** Keeps it, forced to disk, in place of what was kept. */
    void keep(KeyStore store) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        store.store(octets, password());
        KeyFile.replace(folder.resolve(FILE), octets.toByteArray());
    }

    void forget() throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }
}
