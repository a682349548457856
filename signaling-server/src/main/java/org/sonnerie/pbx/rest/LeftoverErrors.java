package org.sonnerie.pbx.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.sonnerie.pbx.config.Problem;
import org.springframework.http.HttpStatus;

/**
 * Says what no controller says: that the server failed, or that a request was refused before one
 * was found. Elsewhere a page says that.
 */
final class LeftoverErrors extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/")) {
            HttpStatus status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
            Problem.of(
                            status,
                            status.is5xxServerError()
                                    ? "the server failed; its log says how"
                                    : "this request cannot be understood")
                    .write(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static HttpStatus status(Object code) {
        return Optional.of(code)
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .map(HttpStatus::resolve)
                .orElse(HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
