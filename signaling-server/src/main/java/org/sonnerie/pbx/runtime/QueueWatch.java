package org.sonnerie.pbx.runtime;

import java.time.Instant;
import java.util.List;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.queue.AgentDoes;

/** Looks at the queues as they are now. Thread safe. */
public interface QueueWatch {
    /**
     * Who waits in a queue.
     *
     * @param company whose
     * @param queue which
     * @return in the order of their turns
     */
    List<Waiting> waiting(CompanyId company, QueueId queue);

    /**
     * What an agent does for the queues.
     *
     * @param company whose
     * @param agent who
     * @return as of now
     */
    AgentDoes does(CompanyId company, PersonId agent);

    /**
     * How many calls an agent has served since the server started.
     *
     * @param company whose
     * @param agent who
     * @return of all queues
     */
    int served(CompanyId company, PersonId agent);

    /**
     * Somebody who waits.
     *
     * @param call his call
     * @param who the caller
     * @param since when he came
     * @param priority 0 to 9
     * @param rung agents are rung for him now
     */
    record Waiting(CallId call, Named who, Instant since, int priority, boolean rung) {}
}
