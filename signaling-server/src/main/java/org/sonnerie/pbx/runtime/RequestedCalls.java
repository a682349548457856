package org.sonnerie.pbx.runtime;

import java.util.Optional;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.Requested;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.DeskRefusal.Code;

/** Begins the calls that programs ask for. Thread safe. */
final class RequestedCalls implements ProgramDesk {
    private static final int LONGEST_NUMBER = 64;

    private final LiveCalls calls;
    private final Plans plans;

    RequestedCalls(LiveCalls calls, Plans plans) {
        this.calls = calls;
        this.plans = plans;
    }

    @Override
    public CallId ring(PersonId person, String to, String by) {
        var plan =
                plans.companyOf(person)
                        .map(plans::current)
                        .orElseThrow(() -> new DeskRefusal(Code.NO_SUCH_CALL));
        var number = to.strip();
        var destination = callable(plan, number);
        var phones = calls.world().phones();
        if (!phones.reachable(person) && !phones.canWake(person)) {
            throw new DeskRefusal(Code.WRONG_STATE);
        }
        var live = calls.admit(calls.nextId(), plan, Optional.empty());
        try {
            calls.begin(live);
            Awaited.result(
                    live.loop()
                            .ask(
                                    new Requested(
                                            live.loop().now(),
                                            Call.callerOf(live.id()),
                                            person,
                                            number,
                                            destination,
                                            by)));
        } catch (RuntimeException failure) {
            calls.abandon(live);
            throw failure;
        }
        return live.id();
    }

    /** What a phone alone can do, and whom only a human being shall call, no program asks for. */
    private static Destination callable(CompanyPlan plan, String number) {
        if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
            throw new DeskRefusal(Code.UNKNOWN_NUMBER);
        }
        var destination = Dialling.read(plan, number);
        if (destination instanceof Destination.ToNowhere(var why)) {
            throw new DeskRefusal(
                    why == Destination.Refusal.NOT_OPEN ? Code.NOT_ALLOWED : Code.UNKNOWN_NUMBER);
        }
        boolean ofPhones =
                destination instanceof Destination.ToPark
                        || destination instanceof Destination.ToSlot
                        || destination instanceof Destination.ToPickup;
        boolean emergency =
                destination instanceof Destination.ToOutside(String _, boolean emergencyNumber)
                        && emergencyNumber;
        if (ofPhones || emergency) {
            throw new DeskRefusal(Code.NOT_ALLOWED);
        }
        return destination;
    }
}
