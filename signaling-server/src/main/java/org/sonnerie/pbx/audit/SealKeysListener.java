package org.sonnerie.pbx.audit;

import java.util.List;
import org.sonnerie.pbx.sealing.SealKeysChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down when the provider changes the keys of secrets. */
@Component
class SealKeysListener {
    private final AuditLog log;
    private final Actors actors;

    SealKeysListener(AuditLog log, Actors actors) {
        this.log = log;
        this.actors = actors;
    }

    @EventListener
    void changed(SealKeysChanged event) {
        AuditAction action =
                switch (event.what()) {
                    case MADE -> AuditAction.SEAL_KEYS_MADE;
                    case DROPPED -> AuditAction.SEAL_KEYS_DROPPED;
                };
        log.record(event.by(), actors.current(), action, "", List.of());
    }
}
