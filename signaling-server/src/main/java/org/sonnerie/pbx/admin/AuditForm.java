package org.sonnerie.pbx.admin;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.audit.AuditFilter;
import org.sonnerie.pbx.audit.AuditKind;
import org.sonnerie.pbx.history.Days;
import org.sonnerie.pbx.plan.Keyword;

/**
 * What somebody wants to see of the audit log, each as it was typed; null or empty: all.
 *
 * @param from the first day
 * @param to the last day
 * @param person id of who did it
 * @param kind keyword of what it is about
 */
record AuditForm(
        @Nullable String from,
        @Nullable String to,
        @Nullable String person,
        @Nullable String kind) {
    /**
     * As a filter.
     *
     * @throws IllegalArgumentException if something cannot be understood
     */
    AuditFilter filter(ZoneId zone) {
        return new AuditFilter(
                typed(from).map(text -> Days.from(text, zone)),
                typed(to).map(text -> Days.to(text, zone)),
                typed(person),
                typed(kind).map(AuditForm::known));
    }

    /** Whether anything is left out. */
    boolean narrow() {
        return typed(from)
                .or(() -> typed(to))
                .or(() -> typed(person))
                .or(() -> typed(kind))
                .isPresent();
    }

    private static AuditKind known(String word) {
        return Keyword.read(AuditKind.class, word)
                .orElseThrow(() -> new IllegalArgumentException("there is no kind " + word));
    }

    private static Optional<String> typed(@Nullable String field) {
        return Optional.ofNullable(field).map(String::strip).filter(text -> !text.isEmpty());
    }
}
