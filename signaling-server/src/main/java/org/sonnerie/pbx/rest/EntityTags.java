package org.sonnerie.pbx.rest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** Strong entity tags of what is answered (RFC 9110 section 8.8.3). Thread safe. */
@Component
class EntityTags {
    private static final int OCTETS = 12;

    private final JsonMapper json;

    EntityTags(JsonMapper json) {
        this.json = json;
    }

    private String of(Object answer) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(answer));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, OCTETS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** With its tag. */
    <T> ResponseEntity<T> told(HttpStatus status, T answer) {
        return ResponseEntity.status(status).eTag(of(answer)).body(answer);
    }

    /** A file with its tag. */
    ResponseEntity<byte[]> told(MediaType type, byte[] file) {
        return ResponseEntity.ok().contentType(type).eTag(of(file)).body(file);
    }

    /**
     * Refuses if something else is there than was seen; who has seen nothing is not refused.
     *
     * @throws ResponseStatusException 412
     */
    void check(@Nullable String seen, Object now) {
        boolean same =
                seen == null
                        || seen.strip().equals("*")
                        || Arrays.stream(seen.split(",", -1))
                                .map(String::strip)
                                .anyMatch(("\"" + of(now) + "\"")::equals);
        if (!same) {
            throw new ResponseStatusException(
                    HttpStatus.PRECONDITION_FAILED, "somebody has changed it in the meantime");
        }
    }

    /**
     * The same, of what nobody may change who has not seen it.
     *
     * @throws ResponseStatusException 428 if he does not say what he has seen, else 412
     */
    void need(@Nullable String seen, Object now) {
        if (seen == null) {
            throw new ResponseStatusException(
                    HttpStatus.PRECONDITION_REQUIRED,
                    HttpHeaders.IF_MATCH + ": the ETag of what was seen");
        }
        check(seen, now);
    }
}
