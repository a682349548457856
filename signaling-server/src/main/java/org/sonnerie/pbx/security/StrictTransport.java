package org.sonnerie.pbx.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.sonnerie.pbx.config.HttpsCertificate;
import org.sonnerie.pbx.config.ServedCertificate;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Tells browsers to come by HTTPS only (RFC 6797), for as long as the certificate is good, a year
 * at most. Not with one that nobody else answers for: nobody could get past a new one.
 */
final class StrictTransport implements HeaderWriter {
    static final String HEADER = "Strict-Transport-Security";

    private static final Duration LONGEST = Duration.ofDays(365);

    private final HttpsCertificate certificate;
    private final InstantSource clock;

    StrictTransport(HttpsCertificate certificate, InstantSource clock) {
        this.certificate = certificate;
        this.clock = clock;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        Instant now = clock.instant();
        certificate
                .current()
                .filter(one -> request.isSecure() && !one.signedByItself() && one.isGood(now))
                .ifPresent(one -> response.setHeader(HEADER, "max-age=" + seconds(one, now)));
    }

    private static long seconds(ServedCertificate one, Instant now) {
        return Math.min(LONGEST.toSeconds(), Duration.between(now, one.until()).toSeconds());
    }
}
