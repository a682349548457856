package org.sonnerie.pbx.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.events.CompanyEvent;
import org.sonnerie.pbx.events.EventStreams;
import org.sonnerie.pbx.tokens.ApiTokens;
import org.sonnerie.pbx.tokens.Client;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.sonnerie.pbx.tokens.TokenAuthentication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * What happens, as it happens (server-sent events, WHATWG HTML section 9.2). The request's own
 * thread writes; one that cannot because nobody reads is ended by the web server.
 */
@RestController
class EventsController {
    private static final int MOST_OF_TOKEN = 5;
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /** How long a revoked token's stream may go on where nothing happens. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final EventStreams streams;
    private final ApiTokens tokens;

    EventsController(EventStreams streams, ApiTokens tokens) {
        this.streams = streams;
        this.tokens = tokens;
    }

    @GetMapping(path = "/api/v1/events")
    @NeedsScope(Scope.EVENTS_READ)
    void follow(
            @RequestHeader(name = "Last-Event-ID", required = false) Optional<String> last,
            HttpServletResponse response)
            throws IOException {
        TokenAuthentication token = token();
        Client client = Client.current().orElseThrow();
        Optional<EventStreams.Stream> found =
                streams.open(client.company(), client.key(), MOST_OF_TOKEN, last);
        if (found.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.TOO_MANY_REQUESTS, "at most 5 streams of one token at once");
        }
        try (EventStreams.Stream stream = found.get()) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            // A proxy in between must not wait until it has a page full.
            response.setHeader("X-Accel-Buffering", "no");
            write(stream, token, response.getOutputStream());
        } catch (InterruptedException e) {
            throw new IOException("the server ends", e);
        }
    }

    /** A session of pages has no business here: it would last as long as the stream. */
    private static TokenAuthentication token() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who instanceof TokenAuthentication token) {
            return token;
        }
        throw new ResponseStatusException(HttpStatus.FORBIDDEN, "send an API token");
    }

    private void write(EventStreams.Stream stream, TokenAuthentication token, OutputStream out)
            throws IOException, InterruptedException {
        send(out, ": follows\n\n");
        Duration silent = Duration.ZERO;
        while (stream.goesOn()) {
            List<CompanyEvent> some = stream.next(LOOK);
            if (!tokens.isGood(token.token())) {
                return;
            }
            silent = some.isEmpty() ? silent.plus(LOOK) : Duration.ZERO;
            if (!some.isEmpty()) {
                StringBuilder text = new StringBuilder();
                some.forEach(event -> text.append(framed(event)));
                send(out, text.toString());
            } else if (silent.compareTo(HEARTBEAT) >= 0) {
                silent = Duration.ZERO;
                send(out, ":\n\n");
            }
        }
    }

    /** The body is one line: JSON without line ends. */
    private static String framed(CompanyEvent event) {
        return "id: %s\nevent: %s\ndata: %s\n\n"
                .formatted(event.id(), event.type().text(), event.body());
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
