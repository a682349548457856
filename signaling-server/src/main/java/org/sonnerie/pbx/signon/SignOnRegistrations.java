package org.sonnerie.pbx.signon;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.FlawedTextException;
import org.springframework.context.event.EventListener;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/** The companies' own log-ins, as Spring Security wants them: each by its company's id. */
class SignOnRegistrations implements ClientRegistrationRepository {
    private static final Duration KNOWN_FOR = Duration.ofMinutes(10);

    private final SignOns signOns;
    private final Discovery discovery;
    private final InstantSource clock;
    private final Map<CompanyId, Known> known = new ConcurrentHashMap<>();

    SignOnRegistrations(SignOns signOns, Discovery discovery, InstantSource clock) {
        this.signOns = signOns;
        this.discovery = discovery;
        this.clock = clock;
    }

    /** What an identity provider said of itself, and to whom that belongs. */
    private record Known(ClientRegistration registration, Instant until) {}

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String company) {
        return find(company).orElse(null);
    }

    Optional<ClientRegistration> find(String company) {
        try {
            return find(new CompanyId(company));
        } catch (FlawedTextException noId) {
            return Optional.empty();
        }
    }

    private Optional<ClientRegistration> find(CompanyId company) {
        Known before = known.get(company);
        if (before != null && before.until().isAfter(clock.instant())) {
            return Optional.of(before.registration());
        }
        Optional<ClientRegistration> made = signOns.opened(company).flatMap(this::made);
        made.ifPresent(one -> known.put(company, new Known(one, clock.instant().plus(KNOWN_FOR))));
        return made;
    }

    private Optional<ClientRegistration> made(SignOns.Opened opened) {
        SignOn signOn = opened.signOn();
        try {
            // What it tells beside the token is not asked for: the token has what is needed.
            Map<String, Object> said = new HashMap<>(discovery.ask(signOn.issuer()));
            said.remove("userinfo_endpoint");
            return Optional.of(
                    ClientRegistrations.fromOidcConfiguration(said)
                            .registrationId(signOn.company().text())
                            .clientId(signOn.clientId())
                            .clientSecret(opened.secret())
                            .clientName(signOn.label())
                            .redirectUri("{baseUrl}/login/company/{registrationId}/back")
                            .scope("openid", "email", "profile")
                            .build());
        } catch (SignOnRefusedException | IllegalArgumentException away) {
            return Optional.empty();
        }
    }

    @EventListener
    void changed(SignOnChanged event) {
        event.before().map(SignOn::company).ifPresent(known::remove);
        event.now().map(SignOn::company).ifPresent(known::remove);
    }
}
