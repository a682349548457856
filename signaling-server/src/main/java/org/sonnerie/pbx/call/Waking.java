package org.sonnerie.pbx.call;

/**
 * Waking the browser of a person whose pages sleep. Until it says that it shows the call nothing
 * rings, and the call does not wait for it as long as for a person who hears it.
 */
final class Waking {
    private Waking() {}

    static void take(Turn turn, WakingEvent event) {
        switch (event) {
            case WakingEvent.PhoneAsleep(_, var id) ->
                    turn.live(id)
                            .filter(leg -> leg.state() == Leg.State.TRYING)
                            .ifPresent(leg -> wake(turn, leg));
            case WakingEvent.PhoneNotWoken(_, var id) ->
                    turn.live(id)
                            .filter(leg -> leg.state() == Leg.State.WAKING)
                            .ifPresent(leg -> Routing.legEnded(turn, leg, EndReason.UNREACHABLE));
        }
    }

    private static void wake(Turn turn, Leg leg) {
        if (leg.called() && leg.person().isPresent()) {
            turn.put(leg.in(Leg.State.WAKING));
            turn.because(new Reason.Woken(leg.person().get()));
            turn.effect(new CallEffect.WakePerson(leg.id(), leg.person().get()));
        }
    }

    /** Nothing rings yet. */
    static boolean tried(Leg leg) {
        return leg.state() == Leg.State.TRYING || leg.state() == Leg.State.WAKING;
    }
}
