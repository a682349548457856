package org.sonnerie.pbx.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.CompanyPlan;

/** The log of a trial call, in memory: nobody takes a trial up after a restart. Thread safe. */
final class TrialLog implements EventLog {
    private final List<CallEvent> events = new CopyOnWriteArrayList<>();

    /** What happened so far; empty: nothing yet. */
    Optional<LoggedCall> call(CallId id, CompanyPlan plan) {
        List<CallEvent> soFar = List.copyOf(events);
        return soFar.isEmpty() ? Optional.empty() : Optional.of(new LoggedCall(id, plan, soFar));
    }

    @Override
    public void append(LoggedEvent event) {
        events.add(event.event());
    }

    @Override
    public boolean takesNewCalls() {
        return true;
    }

    @Override
    public Unfinished unfinished() {
        return new Unfinished(List.of(), Map.of());
    }

    @Override
    public void setAside(String call, Instant at, SetAside why) {
        throw new IllegalStateException("a trial is never taken up again");
    }
}
