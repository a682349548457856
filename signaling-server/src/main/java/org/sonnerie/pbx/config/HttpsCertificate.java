package org.sonnerie.pbx.config;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import org.sonnerie.pbx.config.tls.SelfSignedCertificate;
import org.springframework.stereotype.Component;

/** The certificate that browsers are shown. Thread safe. */
@Component
public class HttpsCertificate {
    private final SonnerieProperties properties;

    HttpsCertificate(SonnerieProperties properties) {
        this.properties = properties;
    }

    /**
     * Until when it is good.
     *
     * @return empty: there is none
     * @throws IOException if it cannot be read
     * @throws GeneralSecurityException if its file is damaged
     */
    public Optional<Instant> goodUntil() throws IOException, GeneralSecurityException {
        return SelfSignedCertificate.goodUntil(properties.dataFolder());
    }
}
