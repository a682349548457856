package org.sonnerie.pbx.certificates;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.sonnerie.pbx.certificates.CertificateTouched.Deed;
import org.sonnerie.pbx.config.HttpsCertificate;
import org.sonnerie.pbx.config.RegularWork;
import org.sonnerie.pbx.config.ServedCertificate;
import org.sonnerie.pbx.config.ServedCertificate.Kind;
import org.sonnerie.pbx.plan.CompanyId;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the provider does with the certificate of HTTPS. Thread safe. */
@Component
public class Certificates implements DisposableBean {
    private static final Duration PAUSE = Duration.ofHours(1);

    private final HttpsCertificate https;
    private final AcmeRenewal acme;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final RegularWork work = new RegularWork("certificates-");

    Certificates(
            HttpsCertificate https,
            AcmeRenewal acme,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.https = https;
        this.acme = acme;
        this.clock = clock;
        this.events = events;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        work.every(PAUSE, https::renewSelfSigned);
    }

    @Override
    public void destroy() {
        work.close();
    }

    /**
     * What HTTPS shows now.
     *
     * @return empty: the web server has not started
     */
    public Optional<ServedCertificate> current() {
        return https.current();
    }

    /**
     * Shows another certificate from now on, and wants none by ACME any more; open connections go
     * on.
     *
     * @param chain certificates as text, in any order
     * @param key the private key as text
     * @param by the provider's company
     * @throws CertificateRefusedException if they cannot be used; nothing has changed then
     */
    public synchronized void upload(String chain, String key, CompanyId by)
            throws CertificateRefusedException {
        PemPair pair = PemPair.read(chain, key, clock.instant());
        acme.stop(by);
        https.install(pair.key(), pair.chain(), Kind.UPLOADED);
        events.publishEvent(new CertificateTouched(Deed.UPLOADED, names(), by));
    }

    /**
     * Forgets what was installed, with its key, and wants none by ACME any more.
     *
     * @param by the provider's company
     */
    public synchronized void backToSelfSigned(CompanyId by) {
        acme.stop(by);
        https.backToSelfSigned();
        events.publishEvent(new CertificateTouched(Deed.SELF_SIGNED, "", by));
    }

    /**
     * Whether the last try to have one by ACME went wrong.
     *
     * @return false: it did not, or none is wanted
     */
    public boolean renewalFails() {
        return acme.failing();
    }

    private String names() {
        return current()
                .map(ServedCertificate::names)
                .map(all -> String.join(", ", all))
                .orElse("");
    }
}
