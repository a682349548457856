package org.sonnerie.pbx.config;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * A problem document (RFC 9457) where no controller has been reached yet.
 *
 * @param status of the answer
 * @param detail what is wrong, in a sentence
 * @param more further members
 */
public record Problem(HttpStatus status, String detail, Map<String, Object> more) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the map. */
    public Problem {
        more = Map.copyOf(more);
    }

    /**
     * Without further members.
     *
     * @param status of the answer
     * @param detail what is wrong, in a sentence
     * @return the problem
     */
    public static Problem of(HttpStatus status, String detail) {
        return new Problem(status, detail, Map.of());
    }

    /**
     * Makes it the answer.
     *
     * @param request that is answered
     * @param response with the headers it has already
     * @throws IOException if nobody waits for it any more
     */
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status.value());
        body.put("title", status.getReasonPhrase());
        body.put("detail", detail);
        body.put("instance", request.getRequestURI());
        body.putAll(more);
        byte[] octets = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(octets.length);
        response.getOutputStream().write(octets);
    }
}
