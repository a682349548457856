package org.sonnerie.pbx.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * An answer that can be given again.
 *
 * @param status of HTTP
 * @param headers those that belong to the content
 * @param body base64 of the content
 */
record KeptAnswer(int status, Map<String, String> headers, String body) {
    private static final List<String> KEPT =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.ETAG, HttpHeaders.LOCATION);

    /** Copies the map. */
    KeptAnswer {
        headers = Map.copyOf(headers);
    }

    static KeptAnswer of(ContentCachingResponseWrapper response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT) {
            String given = response.getHeader(name);
            if (given != null) {
                headers.put(name, given);
            }
        }
        return new KeptAnswer(
                response.getStatus(),
                headers,
                Base64.getEncoder().encodeToString(response.getContentAsByteArray()));
    }

    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        byte[] octets = Base64.getDecoder().decode(body);
        response.setContentLength(octets.length);
        response.getOutputStream().write(octets);
    }

    /** Leaves the content out. */
    @Override
    public String toString() {
        return "KeptAnswer[" + status + "]";
    }
}
