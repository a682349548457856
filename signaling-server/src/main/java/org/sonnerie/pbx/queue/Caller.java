package org.sonnerie.pbx.queue;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.QueueStay;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Queue;

/** Somebody who waits. */
final class Caller {
    /** Whose turn comes first. */
    static final Comparator<Caller> TURN =
            Comparator.comparingInt((Caller one) -> -one.stay.place().priority())
                    .thenComparing(one -> one.stay.place().since())
                    .thenComparing(one -> one.call.text());

    private final CallId call;
    private final Queue queue;
    private final Set<PersonId> tried = new HashSet<>();
    private QueueStay stay;
    private Set<PersonId> pending = Set.of();
    private int offers;

    Caller(CallId call, Queue queue, QueueStay stay) {
        this.call = call;
        this.queue = queue;
        this.stay = stay;
        this.offers = stay.offer();
    }

    CallId call() {
        return call;
    }

    Queue queue() {
        return queue;
    }

    QueueStay stay() {
        return stay;
    }

    /**
     * His call is now so.
     *
     * @return the agents who were rung for him and are not any more
     */
    Set<PersonId> becomes(QueueStay now) {
        Set<PersonId> before = new HashSet<>(stay.ringing());
        if (now.offer() >= offers) {
            before.addAll(pending);
            pending = Set.of();
        }
        before.removeAll(now.ringing());
        stay = now;
        return before;
    }

    /** The agents who are rung for him, or will be in a moment. */
    Set<PersonId> asked() {
        Set<PersonId> all = new HashSet<>(stay.ringing());
        all.addAll(pending);
        return all;
    }

    boolean canBeOffered() {
        return stay.present() && asked().isEmpty();
    }

    /** Those of the free agents whose turn it is: all were tried once before one is again. */
    List<PersonId> untried(List<PersonId> free) {
        List<PersonId> left = free.stream().filter(agent -> !tried.contains(agent)).toList();
        if (!left.isEmpty()) {
            return left;
        }
        tried.clear();
        return free;
    }

    Offer offer(List<PersonId> agents) {
        offers++;
        pending = Set.copyOf(agents);
        tried.addAll(agents);
        return new Offer(call, stay.leg(), queue.id(), offers, agents);
    }
}
