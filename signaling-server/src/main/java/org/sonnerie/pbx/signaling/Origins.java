package org.sonnerie.pbx.signaling;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/**
 * Whose pages may open a socket: the server's own, and listed ones. Jetty itself takes an upgrade
 * from any page of any site.
 *
 * @param listed beside the server's own, in lower case
 */
record Origins(List<String> listed) {
    /** Copies the list. */
    Origins {
        listed = List.copyOf(listed);
    }

    boolean allow(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        if (origin == null || host == null) {
            return false;
        }
        String own = request.getScheme() + "://" + host;
        return low(origin).equals(low(own)) || listed.contains(low(origin));
    }

    static String low(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
