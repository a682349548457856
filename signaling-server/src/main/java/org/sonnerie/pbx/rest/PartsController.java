package org.sonnerie.pbx.rest;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.parts.PartDesk.Desk;
import org.sonnerie.pbx.parts.PartKind;
import org.sonnerie.pbx.parts.PartRecord;
import org.sonnerie.pbx.parts.PartRecords;
import org.sonnerie.pbx.parts.PartRefusedException;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.node.ObjectNode;

/** Single parts of a company's plan, checked as the forms check them (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/plan/parts/{kind}")
class PartsController {
    private final PartRecords parts;
    private final People people;

    PartsController(PartRecords parts, People people) {
        this.parts = parts;
        this.people = people;
    }

    @GetMapping
    @NeedsScope(Scope.PLAN_READ)
    PartAnswer.Page list(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String kind,
            @RequestParam(defaultValue = "false") boolean draft,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        List<PartRecord> all = parts.all(desk(admin, draft), kind(kind));
        Slice<PartRecord> slice = Slice.of(all, PartRecord::id, after, limit);
        return new PartAnswer.Page(
                slice.items().stream().map(PartRecord::content).toList(), slice.next());
    }

    @GetMapping("/{id}")
    @NeedsScope(Scope.PLAN_READ)
    ResponseEntity<ObjectNode> one(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean draft) {
        return parts.find(desk(admin, draft), kind(kind), id)
                .map(part -> told(HttpStatus.OK, part))
                .orElseThrow(() -> none(kind, id));
    }

    @PostMapping
    @NeedsScope(Scope.PLAN_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ObjectNode> add(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String kind,
            @RequestParam(defaultValue = "false") boolean draft,
            @RequestBody ObjectNode content) {
        PartKind what = kind(kind);
        if (what.isSingle() || what == PartKind.PERSON) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    what.isSingle()
                            ? "there is one of it: PUT it"
                            : "POST /api/v1/people first, then PUT the phone under its id");
        }
        return told(
                HttpStatus.CREATED, parts.add(desk(admin, draft), what, Optional.empty(), content));
    }

    @PutMapping("/{id}")
    @NeedsScope(Scope.PLAN_WRITE)
    ResponseEntity<ObjectNode> put(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean draft,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody ObjectNode content) {
        PartKind what = kind(kind);
        Desk desk = desk(admin, draft);
        boolean first =
                what == PartKind.PERSON
                        && people.account(admin.company(), id).isPresent()
                        && parts.find(desk, what, id).isEmpty();
        if (first) {
            return told(HttpStatus.CREATED, parts.add(desk, what, Optional.of(id), content));
        }
        String tag = seen(desk, what, id, seen);
        return told(HttpStatus.OK, parts.replace(desk, what, id, content, tag));
    }

    @PatchMapping("/{id}")
    @NeedsScope(Scope.PLAN_WRITE)
    ResponseEntity<ObjectNode> patch(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean draft,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody ObjectNode content) {
        PartKind what = kind(kind);
        Desk desk = desk(admin, draft);
        String tag = seen(desk, what, id, seen);
        return told(HttpStatus.OK, parts.patch(desk, what, id, content, tag));
    }

    @DeleteMapping("/{id}")
    @NeedsScope(Scope.PLAN_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean draft,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        PartKind what = kind(kind);
        Desk desk = desk(admin, draft);
        String tag = seen(desk, what, id, seen);
        if (what.isSingle()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "there is always one of it");
        }
        parts.remove(desk, what, id, tag);
    }

    /** The tag without its quotes (RFC 9110 section 8.8.3). */
    private String seen(Desk desk, PartKind kind, String id, @Nullable String given) {
        if (parts.find(desk, kind, id).isEmpty()) {
            throw none(kind.path(), id);
        }
        return PlanRequests.revision(given)
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.PRECONDITION_REQUIRED,
                                "If-Match: the ETag of what was seen"));
    }

    private static Desk desk(SignedIn admin, boolean draft) {
        return new Desk(admin.company(), admin.person(), draft, LocaleContextHolder.getLocale());
    }

    private static PartKind kind(String path) {
        return PartKind.at(path)
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "there is no kind of parts " + path));
    }

    private static ResponseEntity<ObjectNode> told(HttpStatus status, PartRecord part) {
        return ResponseEntity.status(status).eTag(part.tag()).body(part.content());
    }

    private static ResponseStatusException none(String kind, String id) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "there is nothing " + id + " among " + kind);
    }

    @ExceptionHandler
    ProblemDetail gone(NoSuchElementException gone) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND, "somebody removed it in the meantime");
    }

    @ExceptionHandler
    ProblemDetail notUnderstood(MethodArgumentTypeMismatchException refused) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, refused.getName() + " cannot be understood");
    }

    @ExceptionHandler
    ProblemDetail refused(PartRefusedException refused) {
        return switch (refused.why()) {
            case WRONG ->
                    problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "some members cannot be used",
                            "errors",
                            refused);
            case CHANGED ->
                    problem(
                            HttpStatus.PRECONDITION_FAILED,
                            "somebody has changed it in the meantime",
                            "changed",
                            refused);
            case NEEDED -> problem(HttpStatus.CONFLICT, "others lead to it", "needed", refused);
        };
    }

    private static ProblemDetail problem(
            HttpStatus status, String detail, String member, PartRefusedException refused) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty(member, refused.all());
        return problem;
    }
}
