package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.privacy.CallRetention;
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
    private final NumberErasure erasure;
    private final EntityTags tags;

    PrivacyController(CallRetention retention, NumberErasure erasure, EntityTags tags) {
        this.retention = retention;
        this.erasure = erasure;
        this.tags = tags;
    }

    /** For how long calls are kept; left out: for ever. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Kept(Optional<Integer> callDays) {}

    /** For how long they shall be; left out: for ever. */
    record Retention(@Nullable Integer callDays) {}

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
        return new Kept(retention.days(admin.company()));
    }

    @PutMapping("/retention")
    @NeedsScope(Scope.PRIVACY_WRITE)
    ResponseEntity<Kept> keep(
            @AuthenticationPrincipal SignedIn admin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Retention wish) {
        tags.check(seen, kept(admin));
        try {
            retention.keep(admin.company(), Optional.ofNullable(wish.callDays()));
        } catch (IllegalArgumentException wrong) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "callDays: " + wrong.getMessage(), wrong);
        }
        return retention(admin);
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
