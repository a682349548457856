package org.sonnerie.pbx.rest;

import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.sonnerie.pbx.ways.WaysToPeople;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Which paths can reach a person (docs/rest.md). */
@RestController
class WaysController {
    private final WaysToPeople ways;

    WaysController(WaysToPeople ways) {
        this.ways = ways;
    }

    @GetMapping("/api/v1/people/{id}/ways")
    @NeedsScope(Scope.PEOPLE_READ)
    WaysToPeople.Told ways(
            @AuthenticationPrincipal SignedIn admin, @PathVariable String id, Locale locale) {
        return personId(id)
                .flatMap(person -> ways.to(admin.company(), person, locale))
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "the plan has no such person"));
    }

    private static Optional<PersonId> personId(String id) {
        try {
            return Optional.of(new PersonId(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
