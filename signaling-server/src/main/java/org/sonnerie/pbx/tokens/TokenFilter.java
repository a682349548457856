package org.sonnerie.pbx.tokens;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sonnerie.pbx.config.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets whoever sends a token in (RFC 6750 section 2.1), for this one request. No session is looked
 * at or made.
 */
final class TokenFilter extends OncePerRequestFilter {
    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +(\\S+)");

    private final ApiTokens tokens;

    TokenFilter(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION));
        Matcher bearer = BEARER.matcher(header);
        Optional<TokenAuthentication> who =
                bearer.matches() ? tokens.redeem(bearer.group(1)) : Optional.empty();
        if (who.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            Problem.of(HttpStatus.UNAUTHORIZED, "this token is not, or no longer, good")
                    .write(request, response);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who.get());
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
