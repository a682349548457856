package org.sonnerie.pbx.rest;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.admin.StartBoard;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** How far a company is with setting itself up (docs/rest.md). */
@RestController("restStart")
@RequestMapping("/api/v1/start")
class StartController {
    private final StartBoard board;
    private final MessageSource messages;
    private final EntityTags tags;

    StartController(StartBoard board, MessageSource messages, EntityTags tags) {
        this.board = board;
        this.messages = messages;
        this.tags = tags;
    }

    /** All of it. */
    record Answer(boolean shown, List<Step> steps) {}

    /** One step. */
    record Step(String step, String state, boolean skipped, String what, String page) {}

    /** Whether the company is to be shown it. */
    record Wish(@Nullable Boolean shown) {
        boolean isShown() {
            if (shown == null) {
                throw new IllegalArgumentException("shown: true or false");
            }
            return shown;
        }
    }

    /** Whether a step is not for the company. */
    record OfStep(@Nullable Boolean skipped) {
        boolean isSkipped() {
            if (skipped == null) {
                throw new IllegalArgumentException("skipped: true or false");
            }
            return skipped;
        }
    }

    @GetMapping
    @NeedsScope(Scope.PLAN_READ)
    ResponseEntity<Answer> get(@AuthenticationPrincipal SignedIn admin, Locale locale) {
        return tags.told(HttpStatus.OK, answer(admin, locale));
    }

    private Answer answer(SignedIn admin, Locale locale) {
        StartBoard.View view = board.of(admin.company());
        return new Answer(
                view.isShown(), view.lines().stream().map(line -> step(line, locale)).toList());
    }

    private Step step(StartBoard.Line line, Locale locale) {
        Object[] name = {line.name()};
        return new Step(
                line.word(),
                line.state(),
                line.isSkipped(),
                messages.getMessage(line.said(), name, locale),
                "/admin" + line.address());
    }

    @PutMapping
    @NeedsScope(Scope.PLAN_WRITE)
    ResponseEntity<Answer> show(
            @AuthenticationPrincipal SignedIn admin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Wish wish,
            Locale locale) {
        boolean shown = wish.isShown();
        tags.check(seen, answer(admin, locale));
        board.show(admin.company(), shown);
        return get(admin, locale);
    }

    @PutMapping("/steps/{step}")
    @NeedsScope(Scope.PLAN_WRITE)
    ResponseEntity<Answer> skip(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String step,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody OfStep wish,
            Locale locale) {
        boolean skipped = wish.isSkipped();
        Answer before = answer(admin, locale);
        tags.check(seen, before);
        if (!before.shown()) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "it was put away, and nothing is skipped then");
        }
        if (!board.skip(admin.company(), step, skipped)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no step " + step);
        }
        return get(admin, locale);
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException wrong) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(wrong.getMessage()));
    }
}
