package org.sonnerie.pbx.runtime;

import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;

/** Which agents serve their queues now; implemented where that is kept. Thread safe. */
public interface Duty {
    /**
     * Whether an agent is on duty and makes no pause. Asked often: the answer is in memory.
     *
     * @param company whose
     * @param agent who
     * @return true: he can be rung for a queue
     */
    boolean serves(CompanyId company, PersonId agent);
}
