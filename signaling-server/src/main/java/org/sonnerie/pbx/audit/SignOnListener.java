package org.sonnerie.pbx.audit;

import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.signon.SignOn;
import org.sonnerie.pbx.signon.SignOnChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down how a company's own log-in is set: whoever runs it can sign in as its people. */
@Component
class SignOnListener {
    private final AuditLog log;
    private final Actors actors;

    SignOnListener(AuditLog log, Actors actors) {
        this.log = log;
        this.actors = actors;
    }

    @EventListener
    void changed(SignOnChanged event) {
        event.now().ifPresent(now -> record(now, AuditAction.SIGN_ON_SET, event));
        if (event.now().isEmpty()) {
            event.before().ifPresent(before -> record(before, AuditAction.SIGN_ON_REMOVED, event));
        }
    }

    private void record(SignOn which, AuditAction what, SignOnChanged event) {
        log.record(
                which.company(),
                actors.current(),
                what,
                which.label(),
                text(event.before()),
                text(event.now()));
    }

    private static String text(Optional<SignOn> signOn) {
        return signOn.map(one ->
                        one.issuer()
                                + " "
                                + one.clientId()
                                + " "
                                + one.claim().name().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
