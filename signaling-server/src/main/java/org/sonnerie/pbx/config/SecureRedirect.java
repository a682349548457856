package org.sonnerie.pbx.config;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.sonnerie.pbx.config.OpenPorts.Service;

/**
 * Sends everybody but this machine's own browsers, and authorities that look whether a name is
 * ours, to HTTPS: only there do they get a microphone.
 */
class SecureRedirect extends HttpFilter {
    private static final int PERMANENT_REDIRECT = 308;
    private static final Set<String> OWN_NAMES =
            Set.of("localhost", "127.0.0.1", "::1", "[::1]", "[0:0:0:0:0:0:0:1]");

    /** Authorities look there whether a name is ours before there is a certificate for it. */
    private static final Pattern CHALLENGE =
            Pattern.compile("/\\.well-known/acme-challenge/[A-Za-z0-9_-]+");

    private final transient OpenPorts ports;

    SecureRedirect(OpenPorts ports) {
        this.ports = ports;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        OptionalInt https = ports.of(Service.HTTPS);
        String host = request.getServerName();
        if (request.isSecure()
                || https.isEmpty()
                || OWN_NAMES.contains(host)
                || CHALLENGE.matcher(request.getRequestURI()).matches()) {
            chain.doFilter(request, response);
            return;
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.setStatus(PERMANENT_REDIRECT);
        response.setHeader(
                "Location",
                "https://" + host + ":" + https.getAsInt() + request.getRequestURI() + query);
    }
}
