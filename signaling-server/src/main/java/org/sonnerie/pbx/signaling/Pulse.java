package org.sonnerie.pbx.signaling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Whether a page lives and can ring: it is asked every 4 s and believed for 10 s. Not thread safe:
 * owned by its page.
 */
final class Pulse {
    private static final Duration EVERY = Duration.ofSeconds(4);
    private static final Duration BELIEVED = Duration.ofSeconds(10);
    private static final int OPEN_PROBES = 3;

    private final ArrayDeque<String> open = new ArrayDeque<>();
    private Instant lastProbe = Instant.MIN;
    private Instant lastAnswer = Instant.MIN;
    private boolean canRing;
    private Optional<Obstacle> obstacle = Optional.empty();
    private long count;

    /**
     * The next probe, if it is time for one.
     *
     * @param now the time
     * @return its nonce
     */
    Optional<String> due(Instant now) {
        if (!lastProbe.equals(Instant.MIN) && lastProbe.plus(EVERY).isAfter(now)) {
            return Optional.empty();
        }
        lastProbe = now;
        count++;
        String nonce = "n" + count;
        open.addLast(nonce);
        if (open.size() > OPEN_PROBES) {
            open.removeFirst();
        }
        return Optional.of(nonce);
    }

    /** A new line: ask at once. */
    void restart() {
        lastProbe = Instant.MIN;
        open.clear();
    }

    /**
     * The page answered.
     *
     * @param answer what it said
     * @param now when
     */
    void answered(ClientMessage.Probed answer, Instant now) {
        if (open.remove(answer.nonce())) {
            lastAnswer = now;
            canRing = answer.canRing();
            obstacle = answer.canRing() ? Optional.empty() : answer.obstacle();
        }
    }

    /**
     * Whether the page can ring.
     *
     * @param now the time
     * @return true: it said so within the last 10 s
     */
    boolean canRing(Instant now) {
        return canRing
                && !lastAnswer.equals(Instant.MIN)
                && !lastAnswer.plus(BELIEVED).isBefore(now);
    }

    /**
     * Why the page cannot ring.
     *
     * @return empty: it can, or it said nothing
     */
    Optional<Obstacle> obstacle() {
        return obstacle;
    }
}
