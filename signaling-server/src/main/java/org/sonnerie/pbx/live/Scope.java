package org.sonnerie.pbx.live;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Queue;
import org.sonnerie.pbx.plan.QueueId;

/**
 * How much of a company somebody may look at.
 *
 * @param everyCall true: all calls; false: those of the queues
 * @param queues which queues
 */
record Scope(boolean everyCall, Set<QueueId> queues) {
    private static final Scope NOTHING = new Scope(false, Set.of());

    /** Copies the set. */
    Scope {
        queues = Set.copyOf(queues);
    }

    /** As a role says, and the plan as it is now. */
    static Scope of(Role role, PersonId person, CompanyPlan plan) {
        return switch (role) {
            case ADMIN, RECEPTIONIST -> new Scope(true, all(plan));
            case SUPERVISOR -> new Scope(false, plan.flow().supervisedBy(person));
            case EMPLOYEE, PROVIDER -> NOTHING;
        };
    }

    private static Set<QueueId> all(CompanyPlan plan) {
        return plan.flow().queues().stream().map(Queue::id).collect(Collectors.toSet());
    }

    boolean shows(Optional<QueueId> queueOfCall) {
        return everyCall || queueOfCall.filter(queues::contains).isPresent();
    }
}
