package org.sonnerie.pbx.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.ServedCertificate.Kind;
import org.sonnerie.pbx.config.tls.SelfSignedCertificate;
import org.springframework.stereotype.Component;

/**
 * The certificate that HTTPS shows: an installed one, else the self-signed one. It is changed while
 * the server runs; connections that are open go on under the one they began with. Thread safe.
 */
@Component
public class HttpsCertificate {
    private static final Logger LOG = LoggerFactory.getLogger(HttpsCertificate.class);

    private final SonnerieProperties properties;
    private final InstantSource clock;
    private final InstalledCertificate installed;
    private final SslContextFactory.Server tls = new SslContextFactory.Server();
    private volatile Optional<ServedCertificate> served = Optional.empty();

    HttpsCertificate(SonnerieProperties properties, InstantSource clock) {
        this.properties = properties;
        this.clock = clock;
        this.installed = new InstalledCertificate(properties.dataFolder());
    }

    /** What the connector encrypts with, at the start of the server. */
    synchronized SslContextFactory.Server opened() {
        DataFolder.prepare(properties.dataFolder());
        tls.setKeyStorePassword(SelfSignedCertificate.STORE_PASSWORD);
        if (!openInstalled()) {
            tls.setKeyStore(serve(selfSignedStore()));
        }
        return tls;
    }

    /** A start with a damaged file must not leave everybody without a phone. */
    private boolean openInstalled() {
        try {
            Optional<KeyStore> kept = installed.kept();
            kept.ifPresent(store -> tls.setKeyStore(serve(store)));
            return kept.isPresent();
        } catch (IOException | GeneralSecurityException e) {
            LOG.error("the installed certificate cannot be read; the self-signed one is shown", e);
            return false;
        }
    }

    private KeyStore selfSignedStore() {
        try {
            return SelfSignedCertificate.of(properties.dataFolder(), names(), clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException("the HTTPS certificate cannot be kept", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the HTTPS certificate cannot be used", e);
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of("localhost", MachineAddresses.hostName()));
        names.addAll(MachineAddresses.literals());
        names.addAll(properties.bind().publicAddress());
        return names;
    }

    private KeyStore serve(KeyStore store) {
        served =
                Optional.of(
                        Arrays.stream(Kind.values())
                                .flatMap(kind -> told(store, kind).stream())
                                .findFirst()
                                .orElseThrow(() ->
                                        new IllegalStateException("a key store without entry")));
        return store;
    }

    private static Optional<ServedCertificate> told(KeyStore store, Kind kind) {
        try {
            return InstalledCertificate.certificate(store, kind)
                    .map(certificate -> ServedCertificate.of(certificate, kind));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key store that was loaded is not", e);
        }
    }

    /**
     * What HTTPS shows now.
     *
     * @return empty: the web server has not started
     */
    public Optional<ServedCertificate> current() {
        return served;
    }

    /**
     * Keeps a certificate and shows it from now on.
     *
     * @param key that fits it
     * @param chain itself, and those who answer for it, in order
     * @param kind not self-signed
     */
    public synchronized void install(PrivateKey key, List<X509Certificate> chain, Kind kind) {
        try {
            KeyStore store = InstalledCertificate.store(key, chain, kind);
            installed.keep(store);
            show(store);
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate cannot be kept", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate cannot be used", e);
        }
    }

    /** Forgets the installed certificate and its key, and shows the self-signed one. */
    public synchronized void backToSelfSigned() {
        show(selfSignedStore());
        try {
            installed.forget();
        } catch (IOException e) {
            throw new UncheckedIOException("the installed certificate cannot be deleted", e);
        }
    }

    /** Makes the self-signed certificate anew where it is shown and about to end. */
    public synchronized void renewSelfSigned() {
        if (served.filter(one -> one.kind() == Kind.SELF_SIGNED).isPresent()) {
            KeyStore store = selfSignedStore();
            if (!told(store, Kind.SELF_SIGNED).equals(served)) {
                show(store);
            }
        }
    }

    private void show(KeyStore store) {
        FutureTask<KeyStore> task =
                new FutureTask<>(() -> {
                    tls.reload(factory -> factory.setKeyStore(store));
                    return store;
                });
        task.run();
        if (task.state() == Future.State.FAILED) {
            throw new IllegalStateException(
                    "HTTPS does not take the certificate", task.exceptionNow());
        }
        serve(store);
        served.ifPresent(
                now -> LOG.info("HTTPS shows another: {}, until {}", now.kind(), now.until()));
    }
}
