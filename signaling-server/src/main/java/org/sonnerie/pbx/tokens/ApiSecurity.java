package org.sonnerie.pbx.tokens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.config.Problem;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.security.Suspension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.cors.CorsConfiguration;

/**
 * Who may use the REST interface: an admin, or the provider for what is his, in his session, by the
 * rules of pages, or a program with a token, whose cookies are not looked at.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    private static final String AREA = "/api/";
    private static final String OF_PROVIDER = "/api/v1/provider";
    private static final String DESCRIPTION = "/api/v1/openapi.json";
    private static final Duration PREFLIGHT_KEPT = Duration.ofMinutes(10);
    private static final String CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http, ApiTokens tokens, SonnerieProperties properties) {
        return common(http.securityMatcher(ApiSecurity::hasToken), properties)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No browser sends this header by itself.
                .csrf(CsrfConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .addFilterBefore(new TokenFilter(tokens), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain scriptsOfAdmins(
            HttpSecurity http, SonnerieProperties properties, CompanyTerms terms) {
        return common(http.securityMatcher(AREA + "**"), properties)
                .addFilterBefore(new Suspension(terms), AnonymousAuthenticationFilter.class)
                .csrf(CsrfConfigurer::spa)
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    private static boolean hasToken(HttpServletRequest request) {
        return request.getServletPath().startsWith(AREA)
                && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    private static HttpSecurity common(HttpSecurity http, SonnerieProperties properties) {
        return http.authorizeHttpRequests(ApiSecurity::forAdmins)
                .cors(cors -> cors.configurationSource(_ -> elsewhere(properties)))
                .exceptionHandling(ApiSecurity::asProblems)
                .headers(ApiSecurity::headers);
    }

    /** Pages of origins that the settings name may ask with a token; no cookie goes with it. */
    private static CorsConfiguration elsewhere(SonnerieProperties properties) {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(properties.origins());
        allowed.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
        allowed.setAllowedHeaders(
                List.of(
                        HttpHeaders.AUTHORIZATION,
                        HttpHeaders.CONTENT_TYPE,
                        "Last-Event-ID",
                        "Idempotency-Key"));
        allowed.setAllowCredentials(false);
        allowed.setMaxAge(PREFLIGHT_KEPT);
        return allowed;
    }

    private static void forAdmins(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.requestMatchers(HttpMethod.GET, DESCRIPTION)
                .permitAll()
                .requestMatchers(OF_PROVIDER + "/**")
                .hasRole("PROVIDER")
                .anyRequest()
                .hasRole("ADMIN");
    }

    private static void asProblems(ExceptionHandlingConfigurer<HttpSecurity> failures) {
        failures.authenticationEntryPoint(ApiSecurity::unknown)
                .accessDeniedHandler(ApiSecurity::denied);
    }

    private static void unknown(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        Problem.of(HttpStatus.UNAUTHORIZED, "send an API token, or sign in")
                .write(request, response);
    }

    private static void denied(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denial)
            throws IOException {
        String why =
                denial instanceof CsrfException
                        ? "the header X-XSRF-TOKEN is not what the cookie XSRF-TOKEN says"
                        : whose(request.getServletPath());
        Problem.of(HttpStatus.FORBIDDEN, why).write(request, response);
    }

    private static String whose(String path) {
        return path.startsWith(OF_PROVIDER + "/")
                ? "this is for the provider"
                : "this is for admins of a company";
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                // Not with a self-signed certificate: nobody could get past a new one.
                .httpStrictTransportSecurity(strict -> strict.disable());
    }
}
