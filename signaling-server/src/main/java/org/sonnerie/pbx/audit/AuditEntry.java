package org.sonnerie.pbx.audit;

import java.time.Instant;
import java.util.List;

/**
 * What somebody did.
 *
 * @param number 1 is the company's first
 * @param at when, to the microsecond
 * @param actor who
 * @param action the name of an {@link AuditAction}; anything, where the row is not as it was
 *     written
 * @param subject with what
 * @param changes what is different since then
 * @param hash of it and of all before it, in hexadecimal digits
 */
public record AuditEntry(
        long number,
        Instant at,
        Actor actor,
        String action,
        String subject,
        List<AuditChange> changes,
        String hash) {
    /** Copies the list. */
    public AuditEntry {
        changes = List.copyOf(changes);
    }
}
