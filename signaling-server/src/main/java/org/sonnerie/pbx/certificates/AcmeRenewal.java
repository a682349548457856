package org.sonnerie.pbx.certificates;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.certificates.AcmeOrder.Trouble;
import org.sonnerie.pbx.certificates.CertificateTouched.Deed;
import org.sonnerie.pbx.config.HttpsCertificate;
import org.sonnerie.pbx.config.OutsideAddresses;
import org.sonnerie.pbx.config.RegularWork;
import org.sonnerie.pbx.config.ServedCertificate;
import org.sonnerie.pbx.config.ServedCertificate.Kind;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.plan.CompanyId;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has the certificate made by ACME, and made anew when a third of its life is left; nobody is asked
 * before the provider has said whom. Thread safe.
 */
@Component
public class AcmeRenewal implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(AcmeRenewal.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HttpsCertificate https;
    private final OutsideAddresses addresses;
    private final AcmeClient client;
    private final AcmeFiles files;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final RegularWork work = new RegularWork("acme-");
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile Optional<AcmeOrder> order;

    AcmeRenewal(
            HttpsCertificate https,
            OutsideAddresses addresses,
            ChallengeAnswers answers,
            SonnerieProperties properties,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.https = https;
        this.addresses = addresses;
        this.client = new AcmeClient(addresses, answers);
        this.files = new AcmeFiles(properties.dataFolder());
        this.clock = clock;
        this.events = events;
        this.order = files.order();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        work.every(PAUSE, this::look);
    }

    @Override
    public void destroy() {
        work.close();
    }

    /**
     * What is wanted, and how it went.
     *
     * @return empty: no certificate is wanted by ACME
     */
    public Optional<AcmeOrder> order() {
        return order;
    }

    /**
     * Whether an authority is being asked, or will be within a moment.
     *
     * @return false: not before it is due
     */
    public boolean underWay() {
        return asked.get() || underWay.get();
    }

    /**
     * Whether the last try went wrong.
     *
     * @return false: it did not, or nothing is wanted
     */
    public boolean failing() {
        return order.filter(one -> one.failures() > 0).isPresent();
    }

    /**
     * Whether an authority may stand there.
     *
     * @param directory as it was typed
     * @return false: it is no address, or this server may not be led there
     */
    public boolean mayBeAsked(String directory) {
        return addresses.read(directory).filter(addresses::mayLeadOut).isPresent();
    }

    /**
     * Wants a certificate from now on, and asks for it at once.
     *
     * @param directory of the authority; one that may be asked
     * @param contact a mail address
     * @param names it shall be good for, one or more
     * @param by the provider's company, who has accepted the authority's terms
     */
    public synchronized void want(
            String directory, String contact, List<String> names, CompanyId by) {
        keep(AcmeOrder.of(directory, contact, names, by.text()));
        asked.set(true);
        events.publishEvent(new CertificateTouched(Deed.WANTED, directory, by));
    }

    /** Asks at once, however often it went wrong. */
    public void askNow() {
        asked.set(order.isPresent());
    }

    /**
     * Wants none any more; the certificate in use stays.
     *
     * @param by the provider's company
     */
    public synchronized void stop(CompanyId by) {
        if (order.isPresent()) {
            files.forget();
            order = Optional.empty();
            asked.set(false);
            events.publishEvent(new CertificateTouched(Deed.NO_LONGER_WANTED, "", by));
        }
    }

    private void keep(AcmeOrder wanted) {
        files.keep(wanted);
        order = Optional.of(wanted);
    }

    void look() {
        if (order.filter(this::isDue).isEmpty() || !underWay.compareAndSet(false, true)) {
            return;
        }
        try {
            // Not what was due before somebody else looked.
            order.filter(this::isDue).ifPresent(this::fetch);
        } finally {
            underWay.set(false);
        }
    }

    private boolean isDue(AcmeOrder wanted) {
        Instant now = clock.instant();
        boolean mayAsk = wanted.notBefore().filter(now::isBefore).isEmpty();
        return asked.get() || (mayAsk && isNeeded(wanted, now));
    }

    private boolean isNeeded(AcmeOrder wanted, Instant now) {
        return https.current()
                .filter(one -> one.kind() == Kind.ACME)
                .filter(one -> Set.copyOf(one.names()).equals(Set.copyOf(wanted.names())))
                .filter(one -> now.isBefore(renewal(one)))
                .isEmpty();
    }

    /** When a third of its life is left. */
    private static Instant renewal(ServedCertificate one) {
        return one.until().minus(Duration.between(one.from(), one.until()).dividedBy(3));
    }

    private void fetch(AcmeOrder wanted) {
        asked.set(false);
        try {
            take(wanted, client.fetch(wanted, files.account(), clock));
        } catch (AcmeTroubleException e) {
            LOG.warn("no certificate by ACME: {}, {}", e.trouble(), e.detail());
            failed(wanted, e.trouble(), e.detail());
        } catch (RuntimeException e) {
            // Whatever it was, nobody is asked each second because of it.
            LOG.error("no certificate by ACME", e);
            failed(wanted, Trouble.REFUSED, e.getClass().getSimpleName());
        }
    }

    /** Unless the provider wants another one, or none, meanwhile. */
    private synchronized void take(AcmeOrder wanted, PemPair pair) {
        if (isWanted(wanted)) {
            https.install(pair.key(), pair.chain(), Kind.ACME);
            keep(wanted.succeeded(clock.instant()));
            events.publishEvent(
                    new CertificateTouched(
                            Deed.FETCHED,
                            String.join(", ", wanted.names()),
                            new CompanyId(wanted.company())));
        }
    }

    private synchronized void failed(AcmeOrder wanted, Trouble why, String said) {
        if (isWanted(wanted)) {
            keep(wanted.failed(clock.instant(), why, said));
        }
    }

    private boolean isWanted(AcmeOrder wanted) {
        return order.equals(Optional.of(wanted));
    }
}
