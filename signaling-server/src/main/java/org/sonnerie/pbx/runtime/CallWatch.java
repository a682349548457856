package org.sonnerie.pbx.runtime;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallGlance;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.QueueId;

/** Looks at the calls of a company as they are now. Thread safe. */
public interface CallWatch {
    /**
     * The calls that live, without trial calls.
     *
     * @param company whose
     * @return in the order they began
     */
    List<Seen> calls(CompanyId company);

    /**
     * A call.
     *
     * @param glance how it stands
     * @param queue the queue in which its caller waits, or out of which an agent has taken him
     */
    record Seen(CallGlance glance, Optional<QueueId> queue) {}
}
