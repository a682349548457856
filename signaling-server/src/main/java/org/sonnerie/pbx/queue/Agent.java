package org.sonnerie.pbx.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sonnerie.pbx.plan.Queue;

/** What is remembered of an agent. */
final class Agent {
    /** Whoever did not answer is not rung again at once. */
    private static final Duration REST = Duration.ofSeconds(5);

    private Instant idleSince = Instant.MIN;
    private Instant freeFrom = Instant.MIN;
    private int served;
    private Optional<Served> serving = Optional.empty();

    /**
     * A call that he has.
     *
     * @param queue of which queue
     * @param since when he took it
     */
    record Served(Queue queue, Instant since) {
        /** How long it takes its agent, if it ends now: the talk, and the wrapping up. */
        Duration handling(Instant now) {
            return Duration.between(since, now).plusSeconds(queue.serving().wrapUpSeconds());
        }
    }

    Instant idleSince() {
        return idleSince;
    }

    int served() {
        return served;
    }

    Optional<Served> serving() {
        return serving;
    }

    boolean restsAt(Instant now) {
        return now.isBefore(freeFrom) || serving.isPresent();
    }

    void missed(Instant now) {
        idleSince = now;
        freeFrom = later(freeFrom, now.plus(REST));
    }

    void takes(Queue queue, Instant now) {
        serving = Optional.of(new Served(queue, now));
        served++;
    }

    /** His call is over: he wraps up. Gives the call; empty: he had none. */
    Optional<Served> done(Instant now) {
        Optional<Served> over = serving;
        over.ifPresent(one -> {
            freeFrom = later(freeFrom, now.plusSeconds(one.queue().serving().wrapUpSeconds()));
            idleSince = now;
        });
        serving = Optional.empty();
        return over;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
