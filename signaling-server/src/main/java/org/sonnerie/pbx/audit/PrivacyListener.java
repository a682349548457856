package org.sonnerie.pbx.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.privacy.LeaverDaysChanged;
import org.sonnerie.pbx.privacy.LeaverRenamed;
import org.sonnerie.pbx.privacy.NumberErased;
import org.sonnerie.pbx.privacy.RetentionChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down for how long things are kept, and that something was erased; not of whom. */
@Component
class PrivacyListener {
    private final AuditLog log;
    private final Actors actors;

    PrivacyListener(AuditLog log, Actors actors) {
        this.log = log;
        this.actors = actors;
    }

    @EventListener
    void changed(RetentionChanged event) {
        log.record(
                event.company(),
                actors.current(),
                AuditAction.RETENTION_SET,
                "",
                List.of(new AuditChange("", text(event.before()), text(event.now()))));
    }

    @EventListener
    void changed(LeaverDaysChanged event) {
        log.record(
                event.company(),
                actors.current(),
                AuditAction.LEAVERS_SET,
                "",
                text(event.before()),
                text(event.now()));
    }

    @EventListener
    void renamed(LeaverRenamed event) {
        log.record(
                event.company(),
                actors.current(),
                AuditAction.LEAVER_RENAMED,
                event.pseudonym(),
                List.of());
    }

    private static String text(Optional<Integer> days) {
        return days.map(String::valueOf).orElse("");
    }

    @EventListener
    void erased(NumberErased event) {
        List<AuditChange> changes =
                event.erased().entrySet().stream()
                        .filter(one -> one.getValue() > 0)
                        .sorted(Map.Entry.comparingByKey())
                        .map(one ->
                                new AuditChange(
                                        Keyword.of(one.getKey()),
                                        String.valueOf(one.getValue()),
                                        ""))
                        .toList();
        log.record(
                event.company(),
                actors.current(),
                AuditAction.NUMBER_ERASED,
                event.ending(),
                changes);
    }
}
