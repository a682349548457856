package org.sonnerie.pbx.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sonnerie.pbx.config.Problem;
import org.sonnerie.pbx.rest.KeptAnswers.Asked;
import org.sonnerie.pbx.rest.KeptAnswers.Known;
import org.sonnerie.pbx.tokens.Client;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Does what is posted with an Idempotency-Key once, however often it is sent (the header of the
 * IETF's draft of that name).
 */
final class IdempotencyFilter extends OncePerRequestFilter {
    /** Carries the key. */
    static final String HEADER = "Idempotency-Key";

    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final int MOST_OCTETS = 4 * 1_024 * 1_024;

    private final KeptAnswers answers;

    IdempotencyFilter(KeptAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Client> client = Client.current();
        String key = request.getHeader(HEADER);
        if (client.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        if (!KEY.matcher(key).matches()) {
            refuse(HttpStatus.BAD_REQUEST, HEADER + ": 1 to 200 visible characters")
                    .write(request, response);
            return;
        }
        byte[] content = request.getInputStream().readNBytes(MOST_OCTETS + 1);
        if (content.length > MOST_OCTETS) {
            refuse(HttpStatus.CONTENT_TOO_LARGE, "a request with a key has at most 4 MiB")
                    .write(request, response);
            return;
        }
        KeyedRequest keyed = new KeyedRequest(request, content);
        Asked asked = new Asked(client.get(), KeyedRequest.digestOf(key), keyed.digest());
        switch (answers.begin(asked)) {
            case Known.Fresh() -> perform(asked, keyed, response, chain);
            case Known.Done(KeptAnswer answer) -> {
                response.setHeader(REPLAYED, "true");
                answer.write(response);
            }
            case Known.Other() ->
                    refuse(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "this key was used for another request")
                            .write(request, response);
            case Known.Unknown() ->
                    refuse(
                                    HttpStatus.CONFLICT,
                                    "a request with this key is being done, or was when the server"
                                            + " ended")
                            .write(request, response);
        }
    }

    private static Problem refuse(HttpStatus status, String why) {
        return Problem.of(status, why);
    }

    private void perform(
            Asked asked, KeyedRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper cached = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, cached);
            done = isFinal(cached.getStatus());
        } finally {
            // Before it is sent: whoever has the answer and asks again gets the same.
            if (done) {
                answers.keep(asked, KeptAnswer.of(cached));
            } else {
                answers.forget(asked);
            }
        }
        cached.copyBodyToResponse();
    }

    /** Where the server failed, or only somebody else may do it, it may be tried again. */
    private static boolean isFinal(int status) {
        return status < HttpStatus.INTERNAL_SERVER_ERROR.value()
                && status != HttpStatus.FORBIDDEN.value();
    }
}
