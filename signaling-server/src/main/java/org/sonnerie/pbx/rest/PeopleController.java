package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.AccountRules;
import org.sonnerie.pbx.people.CompanyFullException;
import org.sonnerie.pbx.people.Invitations;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.people.UserNameTakenException;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;

/** Who may sign in, and the links by which people choose their passwords (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/people")
class PeopleController {
    private final People people;
    private final Invitations invitations;

    PeopleController(People people, Invitations invitations) {
        this.people = people;
        this.invitations = invitations;
    }

    /** A part of the list. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Answer(List<Item> people, Optional<String> next) {}

    /** One person. */
    record Item(String id, String userName, String name, String role) {
        static Item of(Account account) {
            return new Item(
                    account.id().text(),
                    account.userName(),
                    account.displayName(),
                    account.role().name().toLowerCase(Locale.ROOT));
        }
    }

    /** Whom to add. */
    record Wish(@Nullable String userName, @Nullable String name, @Nullable String role) {
        Account account(CompanyId company) {
            String user = text(userName).strip();
            if (!AccountRules.isUserName(user)) {
                throw new IllegalArgumentException(
                        "userName: 2 to 64 letters, digits, dots, hyphens or underscores");
            }
            String shown = text(name).strip();
            if (!AccountRules.isName(shown)) {
                throw new IllegalArgumentException("name: 1 to 200 characters");
            }
            return new Account(new PersonId(RandomText.id()), company, user, shown, parsedRole());
        }

        private Role parsedRole() {
            String word = text(role);
            return (word.isEmpty() ? Optional.of(Role.EMPLOYEE) : Role.named(word))
                    .filter(Role::isOfCompany)
                    .orElseThrow(() ->
                            new IllegalArgumentException(
                                    "role: employee, receptionist, supervisor or admin"));
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }
    }

    /** Somebody who is to choose a password, and where. */
    record Invited(String id, String path) {
        static Invited of(PersonId person, String secret) {
            return new Invited(person.text(), "/welcome/" + secret);
        }
    }

    @GetMapping
    @NeedsScope(Scope.PEOPLE_READ)
    Answer all(
            @AuthenticationPrincipal SignedIn admin,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "200") int limit) {
        Slice<Account> slice =
                Slice.of(people.of(admin.company()), one -> one.id().text(), after, limit);
        return new Answer(slice.items().stream().map(Item::of).toList(), slice.next());
    }

    @PostMapping
    @NeedsScope(Scope.PEOPLE_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    Invited add(@AuthenticationPrincipal SignedIn admin, @RequestBody Wish wish) {
        Account account = wish.account(admin.company());
        return Invited.of(account.id(), invitations.invite(account));
    }

    @PostMapping("/{id}/link")
    @NeedsScope(Scope.PEOPLE_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    Invited again(@AuthenticationPrincipal SignedIn admin, @PathVariable String id) {
        PersonId person = new PersonId(id);
        return invitations
                .inviteAgain(admin.company(), person)
                .map(secret -> Invited.of(person, secret))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
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
    ProblemDetail full(CompanyFullException full) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, String.valueOf(full.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail taken(UserNameTakenException taken) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "somebody has this user name already");
    }
}
