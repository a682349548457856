package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.audit.Actor;
import org.sonnerie.pbx.audit.AuditChange;
import org.sonnerie.pbx.audit.AuditEntry;
import org.sonnerie.pbx.audit.AuditLog;
import org.sonnerie.pbx.audit.AuditPage;
import org.sonnerie.pbx.audit.AuditWish;
import org.sonnerie.pbx.audit.ChainState;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A company's audit log (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/audit-log")
class AuditLogController {
    private final AuditLog log;
    private final Published published;

    AuditLogController(AuditLog log, Published published) {
        this.log = log;
        this.published = published;
    }

    /** A part of the log. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<Entry> entries, Optional<Long> next) {
        static Page of(AuditPage page) {
            return new Page(page.entries().stream().map(Entry::of).toList(), page.next());
        }
    }

    /** What somebody did. */
    record Entry(
            long number,
            Instant at,
            By by,
            String action,
            String subject,
            List<Change> changes,
            String hash) {
        static Entry of(AuditEntry entry) {
            return new Entry(
                    entry.number(),
                    entry.at(),
                    By.of(entry.actor()),
                    entry.action().toLowerCase(Locale.ROOT).replace('_', '-'),
                    entry.subject(),
                    entry.changes().stream().map(Change::of).toList(),
                    entry.hash());
        }
    }

    /** Who did it. */
    record By(String person, String name, String token, String address) {
        static By of(Actor actor) {
            return new By(actor.person(), actor.name(), actor.token(), actor.address());
        }
    }

    /** What is different since then. */
    record Change(String what, String before, String after) {
        static Change of(AuditChange change) {
            return new Change(change.what(), change.before(), change.after());
        }
    }

    /** Whether the log is as it was written. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Chain(
            String state, Optional<Long> entries, Optional<String> hash, Optional<Long> number) {
        static Chain of(ChainState state) {
            return switch (state) {
                case ChainState.Whole(long entries, String hash) ->
                        new Chain(
                                "whole", Optional.of(entries), Optional.of(hash), Optional.empty());
                case ChainState.Changed(long number) -> broken("changed", number);
                case ChainState.Missing(long number) -> broken("missing", number);
            };
        }

        private static Chain broken(String how, long number) {
            return new Chain(how, Optional.empty(), Optional.empty(), Optional.of(number));
        }
    }

    @GetMapping
    @NeedsScope(Scope.AUDIT_READ)
    Page list(
            @AuthenticationPrincipal SignedIn admin,
            AuditWish wanted,
            @RequestParam Optional<Long> after,
            @RequestParam(defaultValue = "50") int limit) {
        var zone = published.current(admin.company()).facts().timeZone();
        return Page.of(log.page(admin.company(), wanted.filter(zone), after, limit));
    }

    @GetMapping("/chain")
    @NeedsScope(Scope.AUDIT_READ)
    Chain chain(@AuthenticationPrincipal SignedIn admin) {
        return Chain.of(log.verify(admin.company()));
    }
}
