package org.sonnerie.pbx.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * A page that is told of what goes on. What it was told last is all that is kept for it: while one
 * message is on its way no other is made, so a page that reads slowly is told less often. Thread
 * safe.
 */
final class LiveReader {
    /** Proxies end what is silent, and a page that is gone is found out by writing to it. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    private final SignedIn who;
    private final String session;
    private final Locale locale;
    private final SseEmitter stream = new SseEmitter(0L);
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Map<String, List<Item>> told = Map.of();
    private volatile Instant spoke = Instant.MIN;

    /**
     * Ends a request whose page is gone: the container would keep it until its patience is over.
     */
    private final Runnable release;

    LiveReader(SignedIn who, String session, Locale locale, Runnable release) {
        this.who = who;
        this.session = session;
        this.locale = locale;
        this.release = release;
    }

    SseEmitter stream() {
        return stream;
    }

    boolean isOf(SignedIn person) {
        return who.person().equals(person.person());
    }

    boolean isOf(String sessionId) {
        return session.equals(sessionId);
    }

    /**
     * Tells what has changed, or only that the line is up.
     *
     * @throws IOException if the page is gone
     */
    void tell(LiveBoard board, InstantSource clock) throws IOException {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            Instant now = clock.instant();
            Map<String, List<Item>> all = board.of(who, locale);
            LiveChanges changes = LiveChanges.between(told, all, now);
            if (!changes.none()) {
                stream.send(SseEmitter.event().name("changes").data(changes.json()));
            } else if (!now.isBefore(spoke.plus(LONGEST_SILENCE))) {
                stream.send(SseEmitter.event().comment("still here"));
            } else {
                return;
            }
            told = all;
            spoke = now;
        } finally {
            busy.set(false);
        }
    }

    /** Nobody reads it any more. */
    void release() {
        try {
            release.run();
        } catch (IllegalStateException _) {
            // The container has ended it already.
        }
    }

    /** Ends the stream; its page asks for another, and is refused if it may not have one. */
    void end() {
        stream.complete();
    }
}
