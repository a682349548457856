package org.sonnerie.pbx.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sonnerie.pbx.call.CallId;
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
     * @param call which
     * @param queue of which queue
     * @param since when he took it
     */
    record Served(CallId call, Queue queue, Instant since) {}

    Instant idleSince() {
        return idleSince;
    }

    int served() {
        return served;
    }

    Optional<Served> serving() {
        return serving;
    }

    boolean serves(CallId call) {
        return serving.filter(one -> one.call().equals(call)).isPresent();
    }

    boolean restsAt(Instant now) {
        return now.isBefore(freeFrom) || serving.isPresent();
    }

    void missed(Instant now) {
        idleSince = now;
        freeFrom = later(freeFrom, now.plus(REST));
    }

    void takes(CallId call, Queue queue, Instant now) {
        serving = Optional.of(new Served(call, queue, now));
        served++;
    }

    /** His call is over: he wraps up. */
    void done(Instant now) {
        serving.ifPresent(over -> {
            int wrapUp = over.queue().serving().wrapUpSeconds();
            freeFrom = later(freeFrom, now.plusSeconds(wrapUp));
            idleSince = now;
        });
        serving = Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
