package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.events.EventType;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.sonnerie.pbx.webhooks.Attempt;
import org.sonnerie.pbx.webhooks.Webhook;
import org.sonnerie.pbx.webhooks.WebhookRefusedException;
import org.sonnerie.pbx.webhooks.WebhookWish;
import org.sonnerie.pbx.webhooks.Webhooks;
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

/** Addresses that are told of events (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhooksController {
    private final Webhooks webhooks;
    private final EntityTags tags;

    WebhooksController(Webhooks webhooks, EntityTags tags) {
        this.webhooks = webhooks;
        this.tags = tags;
    }

    /** A part of the list. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Answer(List<Item> webhooks, Optional<String> next) {}

    /** One of them, without its secret. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Item(
            String id,
            String name,
            String address,
            List<String> events,
            Instant madeAt,
            Optional<Instant> failingSince,
            Optional<Instant> disabledAt,
            Optional<String> disabledWhy) {
        static Item of(Webhook webhook) {
            return new Item(
                    webhook.id(),
                    webhook.name(),
                    webhook.address().toString(),
                    webhook.types().stream()
                            .sorted(Comparator.naturalOrder())
                            .map(EventType::text)
                            .toList(),
                    webhook.made(),
                    webhook.health().failingSince(),
                    webhook.health().disabledAt(),
                    webhook.health().why().map(Keyword::of));
        }
    }

    /** What is wanted; the events left out: all. */
    record Wish(@Nullable String name, @Nullable String address, @Nullable List<String> events) {
        WebhookWish wish() {
            Set<EventType> types =
                    events == null
                            ? EnumSet.allOf(EventType.class)
                            : events.stream()
                                    .map(text ->
                                            EventType.read(text)
                                                    .orElseThrow(() ->
                                                            new IllegalArgumentException(
                                                                    "events: there is no " + text)))
                                    .collect(Collectors.toUnmodifiableSet());
            return new WebhookWish(name == null ? "" : name, address == null ? "" : address, types);
        }
    }

    /** What was made; the secret is shown here and never again. */
    record Made(String id, String secret) {}

    /** The last tries. */
    record Tries(List<Try> attempts) {}

    /** A try. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Try(
            String event,
            String type,
            Instant at,
            String outcome,
            Optional<Integer> status,
            long millis) {
        static Try of(Attempt attempt) {
            return new Try(
                    attempt.event(),
                    attempt.type(),
                    attempt.at(),
                    Keyword.of(attempt.answer().outcome()),
                    boxed(attempt.answer().status()),
                    attempt.took().toMillis());
        }

        private static Optional<Integer> boxed(OptionalInt status) {
            return status.isPresent() ? Optional.of(status.getAsInt()) : Optional.empty();
        }
    }

    @GetMapping
    @NeedsScope(Scope.WEBHOOKS_READ)
    Answer all(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "200") int limit) {
        Slice<Webhook> slice = Slice.of(webhooks.of(admin.company()), Webhook::id, after, limit);
        return new Answer(slice.items().stream().map(Item::of).toList(), slice.next());
    }

    @GetMapping("/{id}")
    @NeedsScope(Scope.WEBHOOKS_READ)
    ResponseEntity<Item> one(@AuthenticationPrincipal SignedIn admin, @PathVariable String id) {
        return tags.told(HttpStatus.OK, item(admin, id));
    }

    private Item item(SignedIn admin, String id) {
        return webhooks.of(admin.company()).stream()
                .filter(webhook -> webhook.id().equals(id))
                .findFirst()
                .map(Item::of)
                .orElseThrow(() -> none(id));
    }

    /** What it is told, its maker could read. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @NeedsScope({Scope.WEBHOOKS_WRITE, Scope.EVENTS_READ})
    Made make(@AuthenticationPrincipal SignedIn admin, @RequestBody Wish wish) {
        Webhooks.Made made = webhooks.make(admin, wish.wish());
        return new Made(made.webhook().id(), made.secret());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    void delete(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        tags.check(seen, item(admin, id));
        if (!webhooks.delete(admin.company(), id)) {
            throw none(id);
        }
    }

    @PostMapping("/{id}/test")
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    Try test(@AuthenticationPrincipal SignedIn admin, @PathVariable String id) {
        return webhooks.test(admin.company(), id).map(Try::of).orElseThrow(() -> none(id));
    }

    @PostMapping("/{id}/enable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    void enable(@AuthenticationPrincipal SignedIn admin, @PathVariable String id) {
        if (!webhooks.enable(admin.company(), id)) {
            throw none(id);
        }
    }

    @GetMapping("/{id}/attempts")
    @NeedsScope(Scope.WEBHOOKS_READ)
    Tries attempts(@AuthenticationPrincipal SignedIn admin, @PathVariable String id) {
        return webhooks.attempts(admin.company(), id)
                .map(all -> new Tries(all.stream().map(Try::of).toList()))
                .orElseThrow(() -> none(id));
    }

    private static ResponseStatusException none(String id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no webhook " + id);
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
    ProblemDetail refused(WebhookRefusedException refused) {
        String why =
                switch (refused.why()) {
                    case BAD_NAME -> "name: 1 to 100 characters";
                    case NO_EVENT -> "events: at least one";
                    case BAD_ADDRESS -> "address: https:// and a host, without user or fragment";
                    case NOT_PUBLIC -> "address: it leads into a network that must not be reached";
                    case TOO_MANY -> "a company has at most 20 webhooks";
                };
        boolean full = refused.why() == WebhookRefusedException.Why.TOO_MANY;
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        full ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT, why);
        problem.setProperty("code", Keyword.of(refused.why()));
        return problem;
    }
}
