package org.sonnerie.pbx.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.config.HttpsCertificate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may see what, and what every answer to a browser carries for its safety. The REST interface
 * has chains of its own before this one.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {
    /** The log-in page says that the company is suspended. */
    static final String SUSPENDED = "suspended";

    /** Nothing inline, nothing from elsewhere, and nobody may frame a page. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; media-src 'self' blob:;"
                    + " worker-src 'self'; manifest-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    /** What scripts ask for beside the phone's own. */
    private static final Set<String> SCRIPTS = Set.of("/ws", "/phone/ticket", "/admin/live/events");

    private static final String SUPERVISOR = "SUPERVISOR";
    private static final String ADMIN = "ADMIN";

    /** For each one of a company. */
    private static final String[] OF_EVERYBODY = {
        "/phone", "/phone/**", "/ws", "/account/recordings", "/account/recordings/**"
    };

    private static final String[] OPEN_TO_ALL = {
        "/login",
        "/at/*",
        "/login/code",
        "/login/forgotten",
        "/login/passkey",
        "/login/with/*",
        "/login/passkey/options",
        "/phone/passkeys.js",
        // Chooses another password; likewise.
        "/reset/*",
        "/setup/*",
        // Chooses the password of whoever the token in its address was made for.
        "/welcome/*",
        "/error",
        "/pages/**",
        "/phone/tokens.css",
        // What makes the phone installable is fetched without cookies.
        "/phone/app.webmanifest",
        "/phone/icon.svg",
        "/phone/icon-192.png",
        "/phone/icon-512.png",
        "/actuator/**",
        // The guest's page: the token in its address is what lets him in.
        "/join/*",
        "/ws/guest",
        "/phone/join.js",
        "/phone/assets/**",
        // An authority looks whether a name is ours.
        "/.well-known/acme-challenge/*"
    };

    @Bean
    PasswordEncoder passwordEncoder() {
        // OWASP's figures for argon2id: 19 MiB, 2 passes, 1 lane.
        return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            SignedInForADay welcome,
            CompanyTerms terms,
            HttpsCertificate certificate,
            InstantSource clock) {
        return http.addFilterBefore(new Suspension(terms), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(WebSecurity::roles)
                .formLogin(form ->
                        form.loginPage("/login")
                                .successHandler(welcome)
                                .failureHandler((request, response, failure) ->
                                        refuse(request, response, failure, clock.instant())))
                .logout(logout -> logout.logoutSuccessUrl("/login?signed-out"))
                .sessionManagement(session -> session.sessionFixation(f -> f.changeSessionId()))
                .csrf(WebSecurity::crossSite)
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(logInOrUnauthorized()))
                .headers(headers -> headers(headers, certificate, clock))
                .build();
    }

    private static void roles(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.requestMatchers(OPEN_TO_ALL)
                .permitAll()
                .requestMatchers(OF_EVERYBODY)
                .hasAnyRole("EMPLOYEE", "RECEPTIONIST", SUPERVISOR, ADMIN)
                // What goes on with a request that was let in.
                .dispatcherTypeMatchers(DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers("/admin/history/export")
                .hasRole(ADMIN)
                .requestMatchers("/admin/live/supervise", "/admin/history", "/admin/history/*")
                .hasAnyRole(SUPERVISOR, ADMIN)
                .requestMatchers("/admin/live/**", "/admin/wallboard")
                .hasAnyRole("RECEPTIONIST", SUPERVISOR, ADMIN)
                .requestMatchers("/admin", "/admin/**")
                .hasRole(ADMIN)
                .requestMatchers("/provider", "/provider/**")
                .hasRole("PROVIDER")
                .anyRequest()
                .authenticated();
    }

    /**
     * A service worker cannot read cookies: what it sends names a secret only its browser was
     * given.
     */
    private static void crossSite(CsrfConfigurer<HttpSecurity> csrf) {
        csrf.spa();
        csrf.ignoringRequestMatchers("/phone/push/wakes/**", "/phone/push/renewed");
    }

    /** People are sent to the log-in page; scripts are told in a status. */
    private static AuthenticationEntryPoint logInOrUnauthorized() {
        AuthenticationEntryPoint logIn = new LoginUrlAuthenticationEntryPoint("/login");
        AuthenticationEntryPoint unauthorized = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        return (request, response, failure) ->
                (isForScripts(request.getServletPath()) ? unauthorized : logIn)
                        .commence(request, response, failure);
    }

    private static boolean isForScripts(String path) {
        return SCRIPTS.contains(path) || path.startsWith("/phone/push");
    }

    private static void headers(
            HeadersConfigurer<HttpSecurity> headers,
            HttpsCertificate certificate,
            InstantSource clock) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("microphone=(self), camera=(), geolocation=()"))
                .httpStrictTransportSecurity(strict -> strict.disable())
                .addHeaderWriter(new StrictTransport(certificate, clock));
    }

    private static void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure,
            Instant now)
            throws IOException {
        if (failure instanceof SecondStepNeededException half) {
            HalfSignedIn.begin(request, half.who(), now);
            response.sendRedirect("/login/code");
        } else {
            response.sendRedirect("/login?" + why(failure));
        }
    }

    private static String why(AuthenticationException failure) {
        if (failure instanceof DisabledException) {
            return SUSPENDED;
        }
        return failure instanceof LockedException ? "too-many" : "refused";
    }
}
