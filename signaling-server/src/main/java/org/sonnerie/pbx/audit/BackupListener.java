package org.sonnerie.pbx.audit;

import java.util.List;
import org.sonnerie.pbx.backup.BackupTouched;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down what a provider does with the backups, in the log of his own company. */
@Component
class BackupListener {
    private final AuditLog log;
    private final Actors actors;

    BackupListener(AuditLog log, Actors actors) {
        this.log = log;
        this.actors = actors;
    }

    @EventListener
    void touched(BackupTouched event) {
        log.record(event.by(), actors.current(), action(event.deed()), event.name(), List.of());
    }

    private static AuditAction action(BackupTouched.Deed deed) {
        return switch (deed) {
            case ASKED -> AuditAction.BACKUP_ASKED;
            case FETCHED -> AuditAction.BACKUP_FETCHED;
            case DELETED -> AuditAction.BACKUP_DELETED;
            case SET -> AuditAction.BACKUP_SET;
        };
    }
}
