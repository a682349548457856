package org.sonnerie.pbx.rest;

import java.util.List;
import java.util.Locale;
import org.sonnerie.pbx.health.SystemHealth;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the system is, for the provider (docs/rest.md). */
@RestController
class ProviderHealthController {
    private final SystemHealth health;
    private final MessageSource messages;

    ProviderHealthController(SystemHealth health, MessageSource messages) {
        this.health = health;
        this.messages = messages;
    }

    /** All parts of the system. */
    record Answer(List<HealthController.Part> system) {}

    @GetMapping("/api/v1/provider/health")
    @NeedsScope(Scope.PROVIDER_READ)
    Answer health(Locale locale) {
        return new Answer(
                health.checks().stream()
                        .map(check -> HealthController.Part.of(check, messages, locale))
                        .toList());
    }
}
