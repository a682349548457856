package org.sonnerie.pbx.audit;

import java.util.Optional;
import org.sonnerie.pbx.recording.Grant;
import org.sonnerie.pbx.recording.GrantChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down whom somebody lets hear which recordings. */
@Component
class GrantListener {
    private final AuditLog log;
    private final Actors actors;

    GrantListener(AuditLog log, Actors actors) {
        this.log = log;
        this.actors = actors;
    }

    @EventListener
    void changed(GrantChanged event) {
        log.record(
                event.company(),
                actors.current(),
                event.now().isPresent()
                        ? AuditAction.RECORDINGS_GRANTED
                        : AuditAction.RECORDINGS_WITHDRAWN,
                event.who(),
                text(event.before()),
                text(event.now()));
    }

    private static String text(Optional<Grant> grant) {
        return grant.map(Grant::words).orElse("");
    }
}
