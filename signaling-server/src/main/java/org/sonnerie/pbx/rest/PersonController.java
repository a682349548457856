package org.sonnerie.pbx.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.parts.PartRefusedException;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.staff.PersonAccess;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** One account: what its person signs in with and may do, and its end (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/people/{id}")
class PersonController {
    private final People people;
    private final PersonAccess access;
    private final EntityTags tags;

    PersonController(People people, PersonAccess access, EntityTags tags) {
        this.people = people;
        this.access = access;
        this.tags = tags;
    }

    /** An account. */
    record Answer(
            String id,
            String userName,
            String name,
            String role,
            boolean secondFactor,
            int passkeys) {}

    /** What he may do from now on. */
    record Wish(@Nullable String role) {
        Role parsed() {
            return Role.named(role == null ? "" : role)
                    .filter(Role::isOfCompany)
                    .orElseThrow(() ->
                            new ResponseStatusException(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "role: employee, receptionist, supervisor or admin"));
        }
    }

    private Answer answer(Account account) {
        PersonAccess.Access his = access.of(account);
        return new Answer(
                account.id().text(),
                account.userName(),
                account.displayName(),
                account.role().word(),
                his.code(),
                his.passkeys());
    }

    private Account account(SignedIn admin, String id) {
        return people.account(admin.company(), id)
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "there is no person " + id));
    }

    private Account another(SignedIn admin, String id, @Nullable String seen) {
        Account account = account(admin, id);
        tags.check(seen, answer(account));
        if (PersonAccess.isOwn(admin, account)) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "nobody does this to his own account");
        }
        return account;
    }

    @GetMapping
    @NeedsScope(Scope.PEOPLE_READ)
    ResponseEntity<Answer> one(@AuthenticationPrincipal SignedIn admin, @PathVariable String id) {
        return tags.told(HttpStatus.OK, answer(account(admin, id)));
    }

    @PutMapping("/role")
    @NeedsScope(Scope.PEOPLE_WRITE)
    ResponseEntity<Answer> role(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Wish wish) {
        Account account = another(admin, id, seen);
        Account changed =
                new Account(
                        account.id(),
                        account.company(),
                        account.userName(),
                        account.displayName(),
                        wish.parsed());
        people.change(changed);
        return tags.told(HttpStatus.OK, answer(changed));
    }

    @DeleteMapping("/second-factor")
    @NeedsScope(Scope.PEOPLE_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@AuthenticationPrincipal SignedIn admin, @PathVariable String id) {
        access.reset(account(admin, id));
    }

    @DeleteMapping
    @NeedsScope(Scope.PEOPLE_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @AuthenticationPrincipal SignedIn admin,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        List<String> needed =
                access.delete(admin, another(admin, id, seen), LocaleContextHolder.getLocale());
        if (!needed.isEmpty()) {
            ProblemDetail problem =
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.CONFLICT, "others lead to the phone");
            problem.setProperty(
                    "needed",
                    needed.stream().map(use -> new PartRefusedException.Wrong("", use)).toList());
            throw new ErrorResponseException(HttpStatus.CONFLICT, problem, null);
        }
    }
}
