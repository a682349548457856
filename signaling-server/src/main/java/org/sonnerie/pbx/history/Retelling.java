package org.sonnerie.pbx.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.Leg;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.Reason;
import org.sonnerie.pbx.call.Transition;
import org.sonnerie.pbx.runtime.LoggedCall;

/** A call lived through again, event by event. Pure. */
final class Retelling {
    private Retelling() {}

    /**
     * One event and what it made of the call.
     *
     * @param event what happened
     * @param before the legs until then
     * @param transition what followed
     */
    record Step(CallEvent event, List<Leg> before, Transition transition) {
        Instant at() {
            return event.at();
        }

        Call call() {
            return transition.call();
        }

        List<Reason> reasons() {
            return transition.reasons();
        }

        /** The legs that came to be. */
        List<Leg> begun() {
            return call().legs().stream().filter(leg -> was(leg.id()).isEmpty()).toList();
        }

        /** A leg as it was before; empty: there was none. */
        Optional<Leg> was(LegId leg) {
            return before.stream().filter(one -> one.id().equals(leg)).findFirst();
        }

        /** The legs that are over by this event. */
        List<Leg> ended() {
            return call().legs().stream()
                    .filter(Leg::over)
                    .filter(leg -> was(leg.id()).filter(Leg::over).isEmpty())
                    .toList();
        }

        /** The legs that have come into a state by this event. */
        List<Leg> nowIn(Leg.State state) {
            return call().legs().stream()
                    .filter(leg -> leg.state() == state)
                    .filter(leg -> was(leg.id()).filter(old -> old.state() == state).isEmpty())
                    .toList();
        }
    }

    static List<Step> of(LoggedCall call) {
        List<Step> steps = new ArrayList<>();
        CallEvent first = call.events().getFirst();
        Transition now = Call.start(call.id(), call.plan(), first);
        steps.add(new Step(first, List.of(), now));
        for (CallEvent event : call.events().subList(1, call.events().size())) {
            List<Leg> before = now.call().legs();
            now = now.call().on(event);
            steps.add(new Step(event, before, now));
        }
        return steps;
    }
}
