package org.sonnerie.pbx.runtime;

import java.util.List;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.CompanyPlan;

/**
 * A call as its log tells of it.
 *
 * @param id which
 * @param plan the version of the company's plan it began with
 * @param events what happened, in order; at least the first
 */
public record LoggedCall(CallId id, CompanyPlan plan, List<CallEvent> events) {
    /** Copies the list. */
    public LoggedCall {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("an empty log tells of no call");
        }
    }
}
