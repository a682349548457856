package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.health.Check;
import org.sonnerie.pbx.health.CompanyHealth;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the system and a company's trunks are (docs/rest.md). */
@RestController
class HealthController {
    private final CompanyHealth health;
    private final MessageSource messages;

    HealthController(CompanyHealth health, MessageSource messages) {
        this.health = health;
        this.messages = messages;
    }

    /** All that is the company's; the system left out: it is the provider's. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Answer(Optional<List<Part>> system, List<OfTrunk> trunks) {}

    /** A part of the system. */
    record Part(String part, String level, String what) {
        static Part of(Check check, MessageSource messages, Locale locale) {
            return new Part(
                    check.part(),
                    Keyword.of(check.level()),
                    messages.getMessage(check.key(), check.facts().toArray(), locale));
        }
    }

    /** A trunk. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OfTrunk(
            String id,
            String name,
            String state,
            boolean registers,
            Optional<Integer> sipStatus,
            Optional<String> detail) {
        static OfTrunk of(CompanyHealth.OfTrunk one) {
            return new OfTrunk(
                    one.trunk().id().text(),
                    one.trunk().name(),
                    Keyword.of(one.entry().state()),
                    one.registers(),
                    Optional.of(one.entry().sipStatus()).filter(status -> status != 0),
                    Optional.of(one.detail()).filter(text -> !text.isEmpty()));
        }
    }

    @GetMapping("/api/v1/health")
    @NeedsScope(Scope.PLAN_READ)
    Answer health(@AuthenticationPrincipal SignedIn admin, Locale locale) {
        CompanyHealth.View view = health.of(admin.company());
        return new Answer(
                view.system().map(all -> all.stream().map(check -> part(check, locale)).toList()),
                view.trunks().stream().map(OfTrunk::of).toList());
    }

    private Part part(Check check, Locale locale) {
        return Part.of(check, messages, locale);
    }
}
