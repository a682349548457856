package org.sonnerie.pbx.audit;

import org.sonnerie.pbx.call.Manner;
import org.sonnerie.pbx.live.CallSupervised;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down who wants to hear calls of others, and why. */
@Component
class SupervisionListener {
    private final AuditLog log;
    private final Actors actors;

    SupervisionListener(AuditLog log, Actors actors) {
        this.log = log;
        this.actors = actors;
    }

    @EventListener
    void supervised(CallSupervised event) {
        log.record(
                event.company(),
                actors.current(),
                action(event.manner()),
                event.party() + " (" + event.call().text() + ")",
                "",
                event.why());
    }

    private static AuditAction action(Manner manner) {
        return switch (manner) {
            case LISTEN -> AuditAction.CALL_LISTENED;
            case WHISPER -> AuditAction.CALL_WHISPERED;
            case BARGE -> AuditAction.CALL_BARGED;
        };
    }
}
