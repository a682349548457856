package org.sonnerie.pbx.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.sonnerie.pbx.config.Problem;
import org.sonnerie.pbx.tokens.Client;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses more than 600 requests a minute of one token or person (RFC 6585 section 4). */
final class RateFilter extends OncePerRequestFilter {
    private static final int A_MINUTE = 600;
    private static final int CLIENTS = 10_000;

    private final RequestRate rate = new RequestRate(A_MINUTE, Duration.ofMinutes(1), CLIENTS);
    private final InstantSource clock;

    RateFilter(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait =
                Client.current().flatMap(client -> rate.take(client.key(), clock.instant()));
        if (wait.isPresent()) {
            long seconds = wait.get().plusSeconds(1).minusNanos(1).toSeconds();
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, seconds)));
            Problem.of(HttpStatus.TOO_MANY_REQUESTS, "at most 600 requests a minute")
                    .write(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
