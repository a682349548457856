package org.sonnerie.pbx.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.config.RandomText;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One-time tickets with which a signed-in page opens its WebSocket. Thread safe. */
@Component
public class Tickets {
    private static final Duration LIFE = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Map<String, Issued> issued =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Issued> eldest) {
                    return size() > MOST;
                }
            };

    Tickets(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Gives a ticket out.
     *
     * @param holder who is signed in
     * @param sessionId in which session
     * @return good once, for 30 s
     */
    synchronized String issue(SignedIn holder, String sessionId) {
        Instant now = clock.instant();
        issued.values().removeIf(ticket -> !ticket.until().isAfter(now));
        String ticket = RandomText.secret();
        issued.put(ticket, new Issued(holder, sessionId, now.plus(LIFE)));
        return ticket;
    }

    /**
     * Takes a ticket back.
     *
     * @param ticket as the page sent it
     * @param sessionId the session whose cookie came with the WebSocket
     * @return who is signed in; empty if it is not good (any more) or of another session
     */
    public synchronized Optional<SignedIn> redeem(String ticket, String sessionId) {
        return Optional.ofNullable(issued.remove(ticket))
                .filter(one -> one.until().isAfter(clock.instant()))
                .filter(one -> one.sessionId().equals(sessionId))
                .map(Issued::holder);
    }

    /** Tickets do not outlive their session. */
    @EventListener
    synchronized void onSessionOver(SessionOver over) {
        issued.values().removeIf(ticket -> ticket.sessionId().equals(over.sessionId()));
    }

    private record Issued(SignedIn holder, String sessionId, Instant until) {}
}
