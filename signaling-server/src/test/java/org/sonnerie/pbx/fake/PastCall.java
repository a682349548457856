package org.sonnerie.pbx.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.RingGroup;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;

/** A call from outside to a company's first group of two, as its log keeps it. */
public final class PastCall {
    public static final String CALLER = "+33612345678";
    private final List<LoggedEvent> events = new ArrayList<>();
    private final CompanyPlan plan;
    private final CallId id;
    private Optional<Call> call = Optional.empty();

    /** The second declines after 4 s, the first answers after 8 s; the caller talks 42.5 s. */
    public PastCall(CompanyPlan plan, String id, Instant at) {
        this.plan = plan;
        this.id = new CallId(id);
        RingGroup group = plan.groups().getFirst();
        String number =
                plan.outside().numbers().stream()
                        .filter(one -> plan.at(one.destination()).isPresent())
                        .filter(one -> plan.at(one.destination()).get().name().equals(group.name()))
                        .findFirst()
                        .orElseThrow()
                        .e164();
        LegId caller = Call.callerOf(this.id);
        happens(
                new CallEvent.Arrived(
                        at,
                        caller,
                        plan.outside().trunks().getFirst().id(),
                        number,
                        Optional.of(CALLER),
                        "",
                        Dialling.inbound(plan, number)));
        LegId first = new LegId(id + "-2");
        LegId second = new LegId(id + "-3");
        happens(new CallEvent.LegRinging(at, first));
        happens(new CallEvent.LegEnded(at.plusSeconds(4), second, EndReason.DECLINED));
        happens(new CallEvent.LegAnswered(at.plusSeconds(8), first));
        happens(new CallEvent.LegEnded(at.plusMillis(50_500), caller, EndReason.HUNG_UP));
    }

    private void happens(CallEvent event) {
        Call now =
                call.map(running -> running.on(event).call())
                        .orElseGet(() -> Call.start(id, plan, event).call());
        call = Optional.of(now);
        events.add(
                new LoggedEvent(
                        plan.company(),
                        id,
                        plan.version(),
                        events.size() + 1L,
                        event,
                        now.ended()));
    }

    public List<LoggedEvent> events() {
        return events;
    }
}
