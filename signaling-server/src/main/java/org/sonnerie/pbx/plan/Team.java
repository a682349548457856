package org.sonnerie.pbx.plan;

import java.util.List;

/**
 * The people of a queue.
 *
 * @param agents who serves it while on duty
 * @param supervisors who looks after it: sees its calls and its agents as they are
 */
public record Team(List<PersonId> agents, List<PersonId> supervisors) {
    /** Copies the lists. */
    public Team {
        agents = List.copyOf(agents);
        supervisors = List.copyOf(supervisors);
    }
}
