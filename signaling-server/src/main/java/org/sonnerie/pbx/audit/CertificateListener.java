package org.sonnerie.pbx.audit;

import java.util.List;
import org.sonnerie.pbx.certificates.CertificateTouched;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down what becomes of the certificate of HTTPS, in the log of the provider's company. */
@Component
class CertificateListener {
    private final AuditLog log;
    private final Actors actors;

    CertificateListener(AuditLog log, Actors actors) {
        this.log = log;
        this.actors = actors;
    }

    @EventListener
    void touched(CertificateTouched event) {
        log.record(event.by(), actors.current(), action(event.deed()), event.names(), List.of());
    }

    private static AuditAction action(CertificateTouched.Deed deed) {
        return switch (deed) {
            case UPLOADED -> AuditAction.CERTIFICATE_UPLOADED;
            case SELF_SIGNED -> AuditAction.CERTIFICATE_SELF_SIGNED;
            case WANTED -> AuditAction.CERTIFICATE_WANTED;
            case NO_LONGER_WANTED -> AuditAction.CERTIFICATE_NO_LONGER_WANTED;
            case FETCHED -> AuditAction.CERTIFICATE_FETCHED;
        };
    }
}
