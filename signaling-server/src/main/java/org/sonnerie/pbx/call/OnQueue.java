package org.sonnerie.pbx.call;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.plan.Serving;

/** Why it went as it went while a caller waited in a queue. */
public sealed interface OnQueue extends FeatureReason {
    /**
     * The caller waits for an agent.
     *
     * @param queue in which queue
     * @param priority 0 to 9
     */
    record Enters(QueueId queue, int priority) implements OnQueue {}

    /**
     * He is told how it stands.
     *
     * @param queue in which queue
     * @param position 1: he is next
     * @param waitSeconds how long it will probably take; empty: not known
     */
    record Standing(QueueId queue, int position, Optional<Integer> waitSeconds)
            implements OnQueue {}

    /**
     * It is his turn: agents are rung.
     *
     * @param queue in which queue
     * @param strategy why these
     * @param agents who
     * @param waited how long he has waited, in s
     */
    record Rings(QueueId queue, Serving.Strategy strategy, List<PersonId> agents, int waited)
            implements OnQueue {
        /** Copies the list. */
        public Rings {
            agents = List.copyOf(agents);
        }
    }

    /**
     * He waits no longer, though no agent has taken the call.
     *
     * @param queue in which queue
     * @param why the reason
     * @param waited how long he has waited, in s
     * @param destination where he is led; empty: nowhere
     */
    record Leaves(QueueId queue, Why why, int waited, Optional<Destination> destination)
            implements OnQueue {}

    /** Why one waits no longer. */
    enum Why {
        /** So many wait that nobody else may. */
        FULL,
        /** He has waited as long as one may. */
        TOO_LONG,
        /** No agent is there. */
        NO_AGENTS,
        /** He pressed a key for it. */
        KEY,
        /** The queue is not in the plan. */
        GONE
    }
}
