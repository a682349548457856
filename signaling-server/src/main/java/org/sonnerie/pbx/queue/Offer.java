package org.sonnerie.pbx.queue;

import java.util.List;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;

/**
 * It is a caller's turn.
 *
 * @param call his call
 * @param leg who waits
 * @param queue in which queue
 * @param number counts what he is offered, from 1
 * @param agents who is rung for him
 */
public record Offer(CallId call, LegId leg, QueueId queue, int number, List<PersonId> agents) {
    /** Copies the list. */
    public Offer {
        agents = List.copyOf(agents);
    }
}
