package org.sonnerie.pbx.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are wanted; empty: all.
 *
 * @param from the earliest moment
 * @param to the moment before which they are
 * @param person id of who did it
 * @param kind what they are about
 */
public record AuditFilter(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> person,
        Optional<AuditKind> kind) {}
