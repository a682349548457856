package org.sonnerie.pbx.config.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfSignedCertificateTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir private Path folder;

    @Test
    void isKept() throws IOException, GeneralSecurityException {
        assertThat(certificate(NOW)).isEqualTo(certificate(NOW.plus(Duration.ofDays(700))));
    }

    @Test
    void isMadeAnewBeforeItEnds() throws IOException, GeneralSecurityException {
        X509Certificate first = certificate(NOW);
        X509Certificate second = certificate(NOW.plus(Duration.ofDays(800)));

        assertThat(second).isNotEqualTo(first);
        assertThat(second.getNotAfter()).isAfter(first.getNotAfter());
    }

    @Test
    void namesHostsAndAddresses() throws IOException, GeneralSecurityException {
        assertThat(certificate(NOW).getSubjectAlternativeNames())
                .extracting(List::getLast)
                .map(Object::toString)
                .contains("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    private X509Certificate certificate(Instant now) throws IOException, GeneralSecurityException {
        return (X509Certificate)
                SelfSignedCertificate.of(folder, List.of("localhost", "127.0.0.1", "::1"), now)
                        .getCertificate(SelfSignedCertificate.ALIAS);
    }
}
