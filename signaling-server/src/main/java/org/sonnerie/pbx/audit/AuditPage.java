package org.sonnerie.pbx.audit;

import java.util.List;
import java.util.Optional;

/**
 * A part of the log.
 *
 * @param entries the newest first
 * @param next the number below which the next part is; empty: there is none
 */
public record AuditPage(List<AuditEntry> entries, Optional<Long> next) {
    /** Copies the list. */
    public AuditPage {
        entries = List.copyOf(entries);
    }
}
