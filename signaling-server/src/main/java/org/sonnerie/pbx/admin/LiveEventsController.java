package org.sonnerie.pbx.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.sonnerie.pbx.live.LiveReaders;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream that keeps the pages of what goes on up to date. */
@RestController
class LiveEventsController {
    private final LiveReaders readers;

    LiveEventsController(LiveReaders readers) {
        this.readers = readers;
    }

    /** 429: this person has as many streams as one may have. */
    @GetMapping(value = "/admin/live/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(
            @AuthenticationPrincipal SignedIn who, Locale locale, HttpServletRequest request) {
        return readers.open(
                        who,
                        request.getSession().getId(),
                        locale,
                        () -> request.getAsyncContext().complete())
                .map(stream ->
                        ResponseEntity.ok()
                                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                // Of proxies that would keep it until it is whole.
                                .header("X-Accel-Buffering", "no")
                                .body(stream))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build());
    }
}
