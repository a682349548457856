package org.sonnerie.pbx.call;

import java.util.Optional;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Person;

/** Calls that a program asks for: the caller's own phone rings before anything is dialled. */
final class Originating {
    private Originating() {}

    static void begin(Turn turn, Requested event) {
        int seconds = turn.plan().person(event.person()).map(Person::ringSeconds).orElse(0);
        turn.target(event.destination());
        turn.addFirstCalled(
                event.leg(), new Who.Colleague(event.person(), event.by(), Optional.empty()));
        turn.because(new AskedFor(event.person(), event.dialled(), event.by()));
        turn.effect(new CallEffect.RingPerson(event.leg(), event.person()));
        turn.stage(new Stage.Originating(turn.at().plusSeconds(seconds)));
    }

    static boolean rings(Turn turn, Leg leg) {
        boolean called = turn.stage() instanceof Stage.Originating;
        if (called && Waking.tried(leg)) {
            turn.put(leg.in(Leg.State.RINGING));
        }
        return called;
    }

    /** From now on he is a caller like any other. */
    static boolean answered(Turn turn, Leg leg) {
        if (!(turn.stage() instanceof Stage.Originating)) {
            return false;
        }
        Destination to = turn.path().target();
        turn.put(leg.dialling());
        turn.because(new Reason.Leads(turn.path().dialled(), to));
        Routing.go(turn, to, "");
        return true;
    }
}
