package org.sonnerie.pbx.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How long the last calls of a queue took their agents. */
final class Pace {
    private static final int REMEMBERED = 20;
    private static final int ENOUGH = 3;

    private final Deque<Duration> last = new ArrayDeque<>();

    void took(Duration time) {
        last.addLast(time);
        if (last.size() > REMEMBERED) {
            last.removeFirst();
        }
    }

    /**
     * How long somebody will probably wait: as many rounds as it takes until it is his turn.
     *
     * @param position 1: he is next
     * @param agents how many serve, at least 1
     * @return in s; empty: too few calls were served to know
     */
    Optional<Integer> wait(int position, int agents) {
        if (last.size() < ENOUGH) {
            return Optional.empty();
        }
        long mean = last.stream().mapToLong(Duration::toSeconds).sum() / last.size();
        return Optional.of((int) (mean * Math.ceilDiv(position, agents)));
    }
}
