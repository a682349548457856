package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.audit.AuditRetention;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.privacy.CallRetention;
import org.sonnerie.pbx.privacy.Leavers;
import org.sonnerie.pbx.privacy.NotErasableException;
import org.sonnerie.pbx.privacy.NumberErasure;
import org.sonnerie.pbx.privacy.TraceKind;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** For how long calls are kept, and what is kept of a number outside (docs/rest.md). */
@RestController("restPrivacy")
@RequestMapping("/api/v1/privacy")
class PrivacyController {
    private final CallRetention retention;
    private final AuditRetention audit;
    private final Leavers leavers;
    private final NumberErasure erasure;
    private final EntityTags tags;

    PrivacyController(
            CallRetention retention,
            AuditRetention audit,
            Leavers leavers,
            NumberErasure erasure,
            EntityTags tags) {
        this.retention = retention;
        this.audit = audit;
        this.leavers = leavers;
        this.erasure = erasure;
        this.tags = tags;
    }

    /** For how long calls, the audit log and names of leavers are kept; left out: for ever. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Kept(
            Optional<Integer> callDays,
            Optional<Integer> auditDays,
            Optional<Integer> leaverDays) {}

    /** For how long they shall be; left out: for ever. */
    record Retention(
            @Nullable Integer callDays,
            @Nullable Integer auditDays,
            @Nullable Integer leaverDays) {}

    /** Whose traces are meant. */
    record Outside(@Nullable String number) {
        String written() {
            return number == null ? "" : number;
        }
    }

    /** How much there is, or was. The number itself is not answered: nobody keeps it by that. */
    record Traces(int calls, int messages, int recordings, int contacts, int events) {
        static Traces of(Map<TraceKind, Integer> counts) {
            return new Traces(
                    counts.getOrDefault(TraceKind.CALLS, 0),
                    counts.getOrDefault(TraceKind.MESSAGES, 0),
                    counts.getOrDefault(TraceKind.RECORDINGS, 0),
                    counts.getOrDefault(TraceKind.CONTACTS, 0),
                    counts.getOrDefault(TraceKind.EVENTS, 0));
        }
    }

    @GetMapping("/retention")
    @NeedsScope(Scope.PRIVACY_READ)
    ResponseEntity<Kept> retention(@AuthenticationPrincipal SignedIn admin) {
        return tags.told(HttpStatus.OK, kept(admin));
    }

    private Kept kept(SignedIn admin) {
        CompanyId company = admin.company();
        return new Kept(retention.days(company), audit.days(company), leavers.days(company));
    }

    @PutMapping("/retention")
    @NeedsScope(Scope.PRIVACY_WRITE)
    ResponseEntity<Kept> keep(
            @AuthenticationPrincipal SignedIn admin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Retention wish) {
        tags.check(seen, kept(admin));
        Optional<Integer> calls = Optional.ofNullable(wish.callDays());
        Optional<Integer> entries = Optional.ofNullable(wish.auditDays());
        Optional<Integer> names = Optional.ofNullable(wish.leaverDays());
        check("callDays", () -> CallRetention.check(calls));
        check("auditDays", () -> AuditRetention.check(entries));
        check("leaverDays", () -> Leavers.check(names));
        retention.keep(admin.company(), calls);
        audit.keep(admin.company(), entries);
        leavers.rename(admin.company(), names);
        return retention(admin);
    }

    private static void check(String member, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException wrong) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT, member + ": " + wrong.getMessage(), wrong);
        }
    }

    /** By POST, so that the number does not stand in an address. */
    @PostMapping("/numbers/look")
    @NeedsScope(Scope.PRIVACY_READ)
    Traces look(@AuthenticationPrincipal SignedIn admin, @RequestBody Outside outside) {
        String number = erasure.number(admin.company(), outside.written());
        return Traces.of(erasure.look(admin.company(), number));
    }

    @PostMapping("/numbers/erase")
    @NeedsScope(Scope.PRIVACY_WRITE)
    Traces erase(@AuthenticationPrincipal SignedIn admin, @RequestBody Outside outside) {
        String number = erasure.number(admin.company(), outside.written());
        return Traces.of(erasure.erase(admin.company(), number));
    }

    @ExceptionHandler
    ProblemDetail refused(NotErasableException refused) {
        String why =
                switch (refused.why()) {
                    case NO_NUMBER -> "number: this is not the whole number of somebody outside";
                    case OWN_NUMBER -> "number: this is a number of the company itself";
                };
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, why);
        problem.setProperty("code", Keyword.of(refused.why()));
        return problem;
    }
}
