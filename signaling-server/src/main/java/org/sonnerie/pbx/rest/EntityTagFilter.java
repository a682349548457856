package org.sonnerie.pbx.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Gives an entity tag to whatever is read and has none of its own, and answers 304 to whoever has
 * it already (RFC 9110 section 13.1.2). Sound, archives and events are not held for that.
 */
final class EntityTagFilter extends ShallowEtagHeaderFilter {
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !HttpMethod.GET.matches(request.getMethod())
                || path.endsWith("/sound")
                || path.endsWith("/export")
                || path.endsWith("/file")
                || path.endsWith("/events");
    }
}
