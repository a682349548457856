package org.sonnerie.pbx.audit;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
public record AuditWish(
        @Nullable String from,
        @Nullable String to,
        @Nullable String person,
        @Nullable String kind) {
    /**
     * As a filter.
     *
     * @param zone where the company's days begin
     * @return which entries
     * @throws IllegalArgumentException if something cannot be understood
     */
    public AuditFilter filter(ZoneId zone) {
        return new AuditFilter(
                typed(from).map(text -> Days.from(text, zone)),
                typed(to).map(text -> Days.to(text, zone)),
                typed(person),
                typed(kind).map(AuditWish::known));
    }

    /**
     * Whether anything is left out.
     *
     * @return false: all is wanted
     */
    public boolean narrow() {
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
