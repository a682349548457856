package org.sonnerie.pbx.rest;

import java.util.List;
import org.sonnerie.pbx.sealing.SealRotation;
import org.sonnerie.pbx.sealing.SealState;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The keys by which secrets are sealed, for the provider; none is ever told (docs/rest.md). */
@RestController
@RequestMapping("/api/v1/provider/keys")
class ProviderKeysController {
    private final SealRotation rotation;

    ProviderKeysController(SealRotation rotation) {
        this.rotation = rotation;
    }

    /** How all kinds of secrets are sealed. */
    record Answer(List<Kind> kinds) {}

    /** One kind. */
    record Kind(String name, String file, long all, long done, long lost, boolean older) {
        static Kind of(SealState state) {
            return new Kind(
                    state.name(),
                    state.file(),
                    state.all(),
                    state.done(),
                    state.lost(),
                    state.older());
        }
    }

    @GetMapping
    @NeedsScope(Scope.PROVIDER_READ)
    Answer all() {
        return new Answer(rotation.states().stream().map(Kind::of).toList());
    }

    @PostMapping("/renew")
    @NeedsScope(Scope.PROVIDER_WRITE)
    Answer renew(@AuthenticationPrincipal SignedIn provider) {
        if (!rotation.renew(provider.company())) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "there are old keys still: drop them first");
        }
        return all();
    }

    @PostMapping("/drop")
    @NeedsScope(Scope.PROVIDER_WRITE)
    Answer drop(@AuthenticationPrincipal SignedIn provider) {
        if (!rotation.dropOlder(provider.company())) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "there are no old keys");
        }
        return all();
    }
}
