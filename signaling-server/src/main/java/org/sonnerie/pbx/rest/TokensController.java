package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.ApiToken;
import org.sonnerie.pbx.tokens.ApiTokens;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.sonnerie.pbx.tokens.TokenRefusedException;
import org.sonnerie.pbx.tokens.TokenWish;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;

/** The tokens by which programs use this interface (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/tokens")
class TokensController {
    private static final int USUAL_DAYS = 90;

    private final ApiTokens tokens;
    private final EntityTags tags;

    TokensController(ApiTokens tokens, EntityTags tags) {
        this.tokens = tokens;
        this.tags = tags;
    }

    /** A part of the list. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Answer(List<Item> tokens, Optional<String> next) {}

    /** One of them, without itself. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Item(
            String id,
            String name,
            String prefix,
            List<String> scopes,
            String madeBy,
            Instant madeAt,
            Instant expiresAt,
            Optional<Instant> lastUsedAt) {
        static Item of(ApiToken token) {
            return new Item(
                    token.id(),
                    token.name(),
                    token.prefix(),
                    token.scopes().stream()
                            .sorted(Comparator.naturalOrder())
                            .map(Scope::text)
                            .toList(),
                    token.person().text(),
                    token.life().made(),
                    token.life().expires(),
                    token.life().used());
        }
    }

    /** What is wanted; the days left out: 90. */
    record Wish(@Nullable String name, @Nullable List<String> scopes, @Nullable Integer days) {
        TokenWish wish() {
            List<String> given = scopes == null ? List.of() : scopes;
            Set<Scope> known =
                    given.stream()
                            .map(text ->
                                    Scope.read(text)
                                            .filter(scope -> scope.isFor(Role.ADMIN))
                                            .orElseThrow(() ->
                                                    new IllegalArgumentException(
                                                            "scopes: there is no " + text)))
                            .collect(Collectors.toUnmodifiableSet());
            return new TokenWish(name == null ? "" : name, known, days == null ? USUAL_DAYS : days);
        }
    }

    /** What was made; the token itself is shown here and never again. */
    record Made(String id, String token, Instant expiresAt) {}

    @GetMapping
    @NeedsScope(Scope.TOKENS_READ)
    Answer all(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "200") int limit) {
        Slice<ApiToken> slice = Slice.of(tokens.of(admin), ApiToken::id, after, limit);
        return new Answer(slice.items().stream().map(Item::of).toList(), slice.next());
    }

    @GetMapping("/{id}")
    @NeedsScope(Scope.TOKENS_READ)
    ResponseEntity<Item> one(@AuthenticationPrincipal SignedIn admin, @PathVariable String id) {
        return tags.told(HttpStatus.OK, item(admin, id));
    }

    private Item item(SignedIn admin, String id) {
        return tokens.of(admin).stream()
                .filter(token -> token.id().equals(id))
                .findFirst()
                .map(Item::of)
                .orElseThrow(() -> none(id));
    }

    private static ResponseStatusException none(String id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no token " + id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @NeedsScope(Scope.TOKENS_WRITE)
    Made make(@AuthenticationPrincipal SignedIn admin, @RequestBody Wish wish) {
        ApiTokens.Made made = tokens.make(admin, wish.wish());
        return new Made(made.token().id(), made.secret(), made.token().life().expires());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NeedsScope(Scope.TOKENS_WRITE)
    void revoke(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        tags.check(seen, item(admin, id));
        if (!tokens.revoke(admin, id)) {
            throw none(id);
        }
    }

    @ExceptionHandler
    ProblemDetail notANumber(MethodArgumentTypeMismatchException refused) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, refused.getName() + " is a whole number");
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException wrong) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(wrong.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail refused(TokenRefusedException refused) {
        ProblemDetail problem =
                switch (refused.why()) {
                    case BAD_NAME -> unusable("name: 1 to 100 characters");
                    case NO_SCOPE -> unusable("scopes: at least one");
                    case BAD_DAYS -> unusable("days: 1 to 365");
                    case NAME_TAKEN -> conflict("there is a token of this name");
                    case TOO_MANY -> conflict("a company has at most 200 tokens");
                    case BEYOND_ITS_MAKER ->
                            ProblemDetail.forStatusAndDetail(
                                    HttpStatus.FORBIDDEN,
                                    "a token makes only tokens that may do no more, for no longer");
                };
        problem.setProperty("code", Keyword.of(refused.why()));
        return problem;
    }

    private static ProblemDetail unusable(String why) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, why);
    }

    private static ProblemDetail conflict(String why) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, why);
    }
}
