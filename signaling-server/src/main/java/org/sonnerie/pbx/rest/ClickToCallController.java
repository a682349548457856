package org.sonnerie.pbx.rest;

import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.DeskRefusal;
import org.sonnerie.pbx.runtime.ProgramDesk;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.sonnerie.pbx.tokens.TokenAuthentication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Has people call numbers (docs/integrations.md). */
@RestController
class ClickToCallController {
    private final ProgramDesk desk;
    private final Published published;

    ClickToCallController(ProgramDesk desk, Published published) {
        this.desk = desk;
        this.published = published;
    }

    /** Who shall call what. */
    record Wish(@Nullable String person, @Nullable String to) {}

    /** The call, which rings at his phone. */
    record Begun(String call) {}

    @PostMapping("/api/v1/calls")
    @ResponseStatus(HttpStatus.CREATED)
    @NeedsScope(Scope.CALLS_WRITE)
    Begun call(@AuthenticationPrincipal SignedIn admin, @RequestBody Wish wish) {
        PersonId person =
                published.current(admin.company()).people().stream()
                        .filter(one -> one.id().text().equals(wish.person()))
                        .findFirst()
                        .orElseThrow(() ->
                                new ResponseStatusException(
                                        HttpStatus.UNPROCESSABLE_CONTENT,
                                        "person: nobody of the plan has this id"))
                        .id();
        return new Begun(
                desk.ring(person, wish.to() == null ? "" : wish.to(), asker(admin)).text());
    }

    /** As it is shown to whoever is rung, and in the story. */
    private static String asker(SignedIn admin) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who instanceof TokenAuthentication program
                ? program.token().name()
                : admin.displayName();
    }

    @ExceptionHandler
    ProblemDetail refused(DeskRefusal refusal) {
        ProblemDetail problem =
                switch (refusal.code()) {
                    case UNKNOWN_NUMBER ->
                            problem(HttpStatus.UNPROCESSABLE_CONTENT, "to: no number");
                    case NOT_ALLOWED ->
                            problem(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "to: this may not be called, or not by a program");
                    case WRONG_STATE ->
                            problem(HttpStatus.CONFLICT, "no phone of this person can ring now");
                    case NO_SUCH_CALL,
                            NOT_MODERATOR,
                            NOT_IN_ROOM,
                            NO_SLOT,
                            NO_MAILBOX,
                            ANSWERED_ELSEWHERE,
                            BAD_SDP,
                            NO_CAPACITY,
                            TOO_MANY_CALLS,
                            COMPANY_FULL,
                            STORAGE_FULL,
                            LOG_UNAVAILABLE,
                            TIMED_OUT ->
                            problem(HttpStatus.SERVICE_UNAVAILABLE, "no call can begin now");
                };
        problem.setProperty("code", Keyword.of(refusal.code()));
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String why) {
        return ProblemDetail.forStatusAndDetail(status, why);
    }
}
