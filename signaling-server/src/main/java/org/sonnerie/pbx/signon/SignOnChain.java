package org.sonnerie.pbx.signon;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.OutsideAddresses;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.security.Entrance;
import org.sonnerie.pbx.security.OtherWayIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** What leads to identity providers and back. The rest of the pages has a chain after this one. */
@Configuration(proxyBeanMethods = false)
class SignOnChain {
    private static final Logger LOG = LoggerFactory.getLogger(SignOnChain.class);
    private static final String WAYS = "/login/company";
    private static final int BEFORE_THE_PAGES = -10;

    @Bean
    OutsideClient signOnClient(OutsideAddresses addresses) {
        return new OutsideClient(addresses);
    }

    @Bean
    Discovery signOnDiscovery(OutsideClient client, OutsideAddresses addresses) {
        RestClient asks =
                RestClient.builder()
                        .requestFactory(client.requests())
                        .requestInterceptor(OutsideClient::atMost)
                        .build();
        return new Discovery(asks, addresses);
    }

    @Bean
    SignOnRegistrations signOnRegistrations(
            SignOns signOns, Discovery discovery, InstantSource clock) {
        return new SignOnRegistrations(signOns, discovery, clock);
    }

    /** Nothing that is proved here is kept: it is worth a session of this server's own, or none. */
    @Bean
    @Order(BEFORE_THE_PAGES)
    SecurityFilterChain companyLogIns(
            HttpSecurity http,
            OutsideClient client,
            SignOnRegistrations registrations,
            Arrival arrival) {
        return http.securityMatcher(WAYS + "/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .securityContext(context ->
                        context.securityContextRepository(new NullSecurityContextRepository()))
                .oauth2Login(login ->
                        login.loginPage("/login")
                                .clientRegistrationRepository(registrations)
                                .authorizedClientRepository(new KeepsNoTokens())
                                .authorizationEndpoint(way -> way.baseUri(WAYS))
                                .redirectionEndpoint(way -> way.baseUri(WAYS + "/*/back"))
                                .tokenEndpoint(way -> way.accessTokenResponseClient(tokens(client)))
                                .successHandler(arrival::arrived)
                                .failureHandler(SignOnChain::refused))
                .build();
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokens(OutsideClient client) {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(
                RestClient.builder()
                        .requestFactory(client.requests())
                        .requestInterceptor(OutsideClient::atMost)
                        .configureMessageConverters(all ->
                                all.addCustomConverter(new FormHttpMessageConverter())
                                        .addCustomConverter(
                                                new OAuth2AccessTokenResponseHttpMessageConverter()))
                        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                        .build());
        return tokens;
    }

    /** Keys are asked for at each log-in: one that was withdrawn counts no more. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(OutsideClient client) {
        RestTemplate asks = new RestTemplate(client.requests());
        asks.setInterceptors(List.of(OutsideClient::atMost));
        return registration -> {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withJwkSetUri(
                                    Objects.requireNonNull(
                                            registration.getProviderDetails().getJwkSetUri(),
                                            "what is without was refused"))
                            .jwsAlgorithms(
                                    known -> known.addAll(List.of(SignatureAlgorithm.values())))
                            .restOperations(asks)
                            .build();
            decoder.setClaimSetConverter(
                    new ClaimTypeConverter(
                            OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
            decoder.setJwtValidator(
                    new DelegatingOAuth2TokenValidator<>(
                            new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
            return decoder;
        };
    }

    /** Where several companies have one, each has the link that its administrator gives out. */
    @Bean
    OtherWayIn companyLogIn(SignOns signOns) {
        return company ->
                (company.isPresent() ? company.flatMap(signOns::of) : signOns.only())
                        .map(one ->
                                new OtherWayIn.Link(
                                        one.label(), "/login/with/" + one.company().text()));
    }

    @Bean
    Arrival signOnArrival(SignOns signOns, SignOnPeople people, Entrance entrance) {
        return new Arrival(signOns, people, entrance);
    }

    private static void refused(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        String why =
                failure instanceof OAuth2AuthenticationException refusal
                        ? refusal.getError().getErrorCode()
                        : failure.getClass().getSimpleName();
        LOG.warn("a company's log-in failed: {}", why.replaceAll("[^A-Za-z0-9_. -]", "?"));
        response.sendRedirect("/login?company-refused");
    }

    /** Who comes back with an identity provider's word. */
    static final class Arrival {
        private final SignOns signOns;
        private final SignOnPeople people;
        private final Entrance entrance;

        Arrival(SignOns signOns, SignOnPeople people, Entrance entrance) {
            this.signOns = signOns;
            this.people = people;
            this.entrance = entrance;
        }

        void arrived(
                HttpServletRequest request, HttpServletResponse response, Authentication proved)
                throws ServletException, IOException {
            Optional<Account> who = who(proved);
            if (who.isPresent()) {
                entrance.admit(who.get(), request, response);
            } else {
                response.sendRedirect("/login?company-unknown");
            }
        }

        private Optional<Account> who(Authentication proved) {
            return proved instanceof OAuth2AuthenticationToken token
                            && token.getPrincipal() instanceof OidcUser user
                    ? signOns.of(new CompanyId(token.getAuthorizedClientRegistrationId()))
                            .flatMap(signOn -> people.find(signOn, user.getIdToken().getClaims()))
                    : Optional.empty();
        }
    }
}
