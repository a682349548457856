package org.sonnerie.pbx.signon;

import java.net.URI;
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

/**
 * The companies' own log-ins, as Spring Security wants them: each by its company's id. What the
 * identity providers said is kept for a while; the secret of the client is opened for each log-in,
 * and held no longer. Thread safe.
 */
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

    /** What an identity provider said of itself. */
    private record Known(URI issuer, Map<String, Object> said, Instant until) {}

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String company) {
        return find(company).orElse(null);
    }

    Optional<ClientRegistration> find(String company) {
        try {
            return signOns.opened(new CompanyId(company)).flatMap(this::made);
        } catch (FlawedTextException noId) {
            return Optional.empty();
        }
    }

    private Optional<ClientRegistration> made(SignOns.Opened opened) {
        SignOn signOn = opened.signOn();
        try {
            return Optional.of(
                    ClientRegistrations.fromOidcConfiguration(said(signOn))
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

    private Map<String, Object> said(SignOn signOn) throws SignOnRefusedException {
        Known before = known.get(signOn.company());
        if (before != null
                && before.issuer().equals(signOn.issuer())
                && before.until().isAfter(clock.instant())) {
            return before.said();
        }
        // What it tells beside the token is not asked for: the token has what is needed.
        Map<String, Object> said = new HashMap<>(discovery.ask(signOn.issuer()));
        said.remove("userinfo_endpoint");
        Instant until = clock.instant().plus(KNOWN_FOR);
        known.put(signOn.company(), new Known(signOn.issuer(), Map.copyOf(said), until));
        return said;
    }

    @EventListener
    void changed(SignOnChanged event) {
        event.before().map(SignOn::company).ifPresent(known::remove);
        event.now().map(SignOn::company).ifPresent(known::remove);
    }
}
