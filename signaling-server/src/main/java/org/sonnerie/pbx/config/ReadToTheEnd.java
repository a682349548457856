package org.sonnerie.pbx.config;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads what is left of a request whose answer was ready before its end: a file that was refused. A
 * server that closes a connection with something unread in it resets it, and the browser never sees
 * why (RFC 9112 section 9.6).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ReadToTheEnd extends OncePerRequestFilter {
    /** Whoever sends more than this in vain is cut off. */
    private static final long MOST_OCTETS = 16L * 1_024 * 1_024;

    private static final int OCTETS_AT_ONCE = 16 * 1_024;

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (hasBody(request) && !request.isAsyncStarted()) {
            read(request.getInputStream());
        }
    }

    /** Forms are read to their end by whoever asks for a parameter. */
    private static boolean hasBody(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType());
        boolean isForm =
                type.startsWith("application/x-www-form-urlencoded")
                        || type.startsWith("multipart/form-data");
        return !isForm
                && (request.getContentLengthLong() > 0
                        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null);
    }

    private static void read(ServletInputStream in) throws IOException {
        byte[] octets = new byte[OCTETS_AT_ONCE];
        long all = 0;
        while (all < MOST_OCTETS) {
            int some = in.read(octets);
            if (some < 0) {
                return;
            }
            all += some;
        }
    }
}
