package org.sonnerie.pbx.runtime;

import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;

/** The agents as they are: on duty or not, with their pages and their calls. */
final class Agents implements QueueDesk.Floor {
    private final LiveCalls calls;

    Agents(LiveCalls calls) {
        this.calls = calls;
    }

    @Override
    public boolean serves(CompanyId company, PersonId agent) {
        var world = calls.world();
        return world.duty().serves(company, agent) && world.phones().reachable(agent);
    }

    @Override
    public boolean isFree(PersonId agent) {
        return calls.viewsOf(agent).stream()
                .allMatch(view ->
                        view.state() == CallView.State.ENDED
                                || view.state() == CallView.State.PARKED);
    }

    @Override
    public void tell(CallId call, CallEvent event) {
        calls.find(call).ifPresent(live -> live.loop().post(event));
    }
}
