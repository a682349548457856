package org.sonnerie.pbx.tokens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Keeps a token to its scopes: each method of the REST interface says which it needs, and one that
 * says nothing is closed to tokens.
 */
@Component
class ScopeCheck implements HandlerInterceptor, WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (SecurityContextHolder.getContext().getAuthentication()
                        instanceof TokenAuthentication token
                && handler instanceof HandlerMethod method) {
            check(token, method.getMethodAnnotation(NeedsScope.class));
        }
        return true;
    }

    private static void check(TokenAuthentication token, @Nullable NeedsScope needs) {
        if (needs == null) {
            throw refused("no token may do this: sign in", List.of());
        }
        List<String> missing =
                Arrays.stream(needs.value())
                        .filter(scope -> !token.token().scopes().contains(scope))
                        .map(Scope::text)
                        .toList();
        if (!missing.isEmpty()) {
            throw refused("this token lacks the scope " + String.join(" ", missing), missing);
        }
    }

    private static ErrorResponseException refused(String why, List<String> scopes) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, why);
        problem.setProperty("scopes", scopes);
        return new ErrorResponseException(HttpStatus.FORBIDDEN, problem, null);
    }
}
