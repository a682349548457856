package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.sonnerie.pbx.provider.CompanyUse;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the provider lets a company have, and how much of it is in use (docs/rest.md). */
@RestController
class LimitsController {
    private final CompanyUse use;

    LimitsController(CompanyUse use) {
        this.use = use;
    }

    /** Of each. */
    record Answer(Share people, Share numbers, Share calls, Share megabytes) {}

    /** Of what there may be. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Share(long used, Optional<Integer> limit) {
        static Share of(CompanyUse.Share share) {
            return new Share(share.used(), share.limit().stream().boxed().findFirst());
        }
    }

    @GetMapping("/api/v1/limits")
    @NeedsScope(Scope.PLAN_READ)
    Answer limits(@AuthenticationPrincipal SignedIn admin) {
        CompanyUse.Row row = use.of(admin.company());
        return new Answer(
                Share.of(row.people()),
                Share.of(row.numbers()),
                Share.of(row.calls()),
                Share.of(row.megabytes()));
    }
}
