package org.sonnerie.pbx.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What requests about a plan have in common. */
final class PlanRequests {
    private PlanRequests() {}

    /**
     * The body of a request.
     *
     * @throws ResponseStatusException 413 if it is too long, 400 if it is not UTF-8
     */
    static String text(HttpServletRequest request, String what, int mostBytes) throws IOException {
        byte[] body = request.getInputStream().readNBytes(mostBytes + 1);
        if (body.length > mostBytes) {
            throw new ResponseStatusException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "a " + what + " has at most " + mostBytes + " bytes");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "the " + what + " is not UTF-8", e);
        }
    }

    /** An entity tag without its quotes (RFC 9110 section 8.8.3). */
    static Optional<String> revision(@Nullable String tag) {
        return Optional.ofNullable(tag).map(text -> text.replace("\"", ""));
    }
}
