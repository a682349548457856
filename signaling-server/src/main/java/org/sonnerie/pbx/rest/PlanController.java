package org.sonnerie.pbx.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.publish.Draft;
import org.sonnerie.pbx.publish.Drafts;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A company's plan: read, drafted, published, undone (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/plan")
class PlanController {
    /** A plan of 1,000 people is a tenth of it. */
    private static final int LONGEST_DOCUMENT_BYTES = 4 * 1_024 * 1_024;

    private final Published published;
    private final Drafts drafts;
    private final DraftAnswers answers;

    PlanController(Published published, Drafts drafts, DraftAnswers answers) {
        this.published = published;
        this.drafts = drafts;
        this.answers = answers;
    }

    @GetMapping
    @NeedsScope(Scope.PLAN_READ)
    ResponseEntity<String> plan(@AuthenticationPrincipal SignedIn admin) {
        return ResponseEntity.ok()
                .eTag("v" + published.current(admin.company()).version().published())
                .contentType(MediaType.APPLICATION_JSON)
                .body(published.document(admin.company()));
    }

    @GetMapping("/draft")
    @NeedsScope(Scope.PLAN_READ)
    ResponseEntity<DraftAnswer> draft(@AuthenticationPrincipal SignedIn admin, Locale locale) {
        return shown(drafts.of(admin.company()), locale);
    }

    @PutMapping("/draft")
    @NeedsScope(Scope.PLAN_WRITE)
    ResponseEntity<DraftAnswer> put(
            @AuthenticationPrincipal SignedIn admin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        String document = PlanRequests.text(request, "plan document", LONGEST_DOCUMENT_BYTES);
        return shown(
                drafts.put(admin.company(), document, admin.person(), PlanRequests.revision(seen)),
                locale);
    }

    @DeleteMapping("/draft")
    @NeedsScope(Scope.PLAN_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(
            @AuthenticationPrincipal SignedIn admin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        drafts.discard(admin.company(), PlanRequests.revision(seen));
    }

    @PostMapping("/publish")
    @NeedsScope(Scope.PLAN_WRITE)
    VersionAnswer publish(
            @AuthenticationPrincipal SignedIn admin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        return version(
                drafts.publish(admin.company(), admin.person(), PlanRequests.revision(seen)));
    }

    @PostMapping("/undo")
    @NeedsScope(Scope.PLAN_WRITE)
    VersionAnswer undo(@AuthenticationPrincipal SignedIn admin) {
        return version(published.undo(admin.company(), admin.person()));
    }

    private ResponseEntity<DraftAnswer> shown(Draft draft, Locale locale) {
        return ResponseEntity.ok().eTag(draft.revision()).body(answers.of(draft, locale));
    }

    private static VersionAnswer version(CompanyPlan plan) {
        return new VersionAnswer(plan.version().published());
    }
}
