package org.sonnerie.pbx.runtime;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.WakingEvent;
import org.sonnerie.pbx.plan.PersonId;

/** Lets people's phones ring, and wakes those that sleep. Used by the call's thread. */
final class RingEffects {
    /** A browser that is there shows a push message within a second or two. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final World world;
    private final CallLoop loop;

    RingEffects(World world, CallLoop loop) {
        this.world = world;
        this.loop = loop;
    }

    void ring(LegId leg, PersonId person) {
        loop.post(ringing(leg, person));
    }

    private CallEvent ringing(LegId leg, PersonId person) {
        boolean awake = world.phones().reachable(person);
        if (!awake && !world.phones().canWake(person)) {
            return new CallEvent.LegEnded(loop.now(), leg, EndReason.UNREACHABLE);
        }
        if (!loop.joins(person)) {
            return new CallEvent.LegEnded(loop.now(), leg, EndReason.BUSY);
        }
        return awake
                ? new CallEvent.LegRinging(loop.now(), leg)
                : new WakingEvent.PhoneAsleep(loop.now(), leg);
    }

    void wake(LegId leg) {
        loop.viewOf(leg).ifPresent(view -> wake(leg, view));
    }

    private void wake(LegId leg, CallView view) {
        var _ =
                world.phones()
                        .wake(view)
                        .completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .whenComplete((shown, failure) ->
                                loop.post(
                                        failure == null && shown
                                                ? new CallEvent.LegRinging(loop.now(), leg)
                                                : new WakingEvent.PhoneNotWoken(loop.now(), leg)));
    }
}
