package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.recording.Grant;
import org.sonnerie.pbx.recording.GrantRefusedException;
import org.sonnerie.pbx.recording.Grants;
import org.sonnerie.pbx.recording.Heard;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;

/** Who may hear recordings of others (docs/rest.md). What somebody may do is people's business. */
@RestController
@RequestMapping("/api/v1/recording-grants")
class RecordingGrantsController {
    private final Grants grants;
    private final EntityTags tags;

    RecordingGrantsController(Grants grants, EntityTags tags) {
        this.grants = grants;
        this.tags = tags;
    }

    /** A part of the list. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<Item> grants, Optional<String> next) {}

    /** A grant. */
    record Item(
            String person,
            boolean everything,
            List<String> queues,
            List<String> groups,
            List<String> people,
            boolean download) {
        static Item of(Grant grant) {
            Heard heard = grant.heard();
            return new Item(
                    grant.person().text(),
                    heard.everything(),
                    List.copyOf(Heard.ids(heard.queues())),
                    List.copyOf(Heard.ids(heard.groups())),
                    List.copyOf(Heard.ids(heard.people())),
                    grant.download());
        }
    }

    /** What somebody shall hear; what is left out is none. */
    record Wish(
            @Nullable Boolean everything,
            @Nullable List<String> queues,
            @Nullable List<String> groups,
            @Nullable List<String> people,
            @Nullable Boolean download) {
        Grant grant(String person) {
            boolean all = everything != null && everything;
            Heard heard =
                    all
                            ? Heard.EVERYTHING
                            : new Heard(
                                    false,
                                    ids(queues, QueueId::new),
                                    ids(groups, GroupId::new),
                                    ids(people, PersonId::new));
            return new Grant(new PersonId(person), heard, download != null && download);
        }

        private static <T> Set<T> ids(@Nullable List<String> all, Function<String, T> id) {
            return all == null
                    ? Set.of()
                    : all.stream().map(id).collect(Collectors.toUnmodifiableSet());
        }
    }

    @GetMapping
    @NeedsScope(Scope.PEOPLE_READ)
    Page list(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        List<Item> all = grants.of(admin.company()).stream().map(Item::of).toList();
        Slice<Item> slice = Slice.of(all, Item::person, after, limit);
        return new Page(slice.items(), slice.next());
    }

    @GetMapping("/{id}")
    @NeedsScope(Scope.PEOPLE_READ)
    ResponseEntity<Item> one(@AuthenticationPrincipal SignedIn admin, @PathVariable String id) {
        Grant grant =
                grants.find(admin.company(), new PersonId(id))
                        .orElseThrow(RecordingGrantsController::none);
        return tags.told(HttpStatus.OK, Item.of(grant));
    }

    @PutMapping("/{id}")
    @NeedsScope(Scope.PEOPLE_WRITE)
    ResponseEntity<Item> put(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Wish wish) {
        Grant grant = wish.grant(id);
        grants.put(admin.company(), grant, before -> demand(seen, before));
        return tags.told(HttpStatus.OK, Item.of(grant));
    }

    /** Whoever changes one has seen it; of a new one nothing can have been seen. */
    private void demand(@Nullable String seen, Optional<Grant> before) {
        if (before.isPresent()) {
            tags.need(seen, Item.of(before.get()));
        } else if (seen != null) {
            throw new ResponseStatusException(
                    HttpStatus.PRECONDITION_FAILED, "there is none any more");
        }
    }

    @DeleteMapping("/{id}")
    @NeedsScope(Scope.PEOPLE_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        if (!grants.remove(
                admin.company(), new PersonId(id), there -> tags.need(seen, Item.of(there)))) {
            throw none();
        }
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such grant");
    }

    @ExceptionHandler
    ProblemDetail refused(GrantRefusedException refused) {
        ProblemDetail problem =
                switch (refused.why()) {
                    case NOBODY ->
                            ProblemDetail.forStatusAndDetail(
                                    HttpStatus.NOT_FOUND, "there is no such person");
                    case NOTHING ->
                            unusable("everything, or at least one of queues, groups and people");
                    case UNKNOWN_PART ->
                            unusable("queues, groups, people: ids of the plan in force");
                };
        problem.setProperty("code", Keyword.of(refused.why()));
        return problem;
    }

    private static ProblemDetail unusable(String why) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, why);
    }

    @ExceptionHandler
    ProblemDetail notANumber(MethodArgumentTypeMismatchException refused) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, refused.getName() + " is a whole number");
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException wrong) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()));
    }
}
