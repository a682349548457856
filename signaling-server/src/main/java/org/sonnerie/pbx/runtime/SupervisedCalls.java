package org.sonnerie.pbx.runtime;

import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.SupervisionEvent;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.runtime.DeskRefusal.Code;

/** Lets those who supervise into the calls that live here. Thread safe. */
final class SupervisedCalls implements SupervisionDesk {
    private final LiveCalls calls;

    SupervisedCalls(LiveCalls calls) {
        this.calls = calls;
    }

    @Override
    public void supervise(CompanyId company, CallId call, Wish wish) {
        var live =
                calls.find(call)
                        .filter(one -> one.loop().plan().company().equals(company))
                        .orElseThrow(() -> new DeskRefusal(Code.NO_SUCH_CALL));
        if (!calls.world().phones().reachable(wish.person())) {
            throw new DeskRefusal(Code.WRONG_STATE);
        }
        var after =
                Awaited.result(
                        live.loop()
                                .ask(
                                        new SupervisionEvent.SupervisionWished(
                                                live.loop().now(),
                                                calls.joining(call),
                                                wish.person(),
                                                wish.manner(),
                                                wish.why())));
        if (!after.isSupervised(wish.person(), wish.manner())) {
            throw new DeskRefusal(Code.WRONG_STATE);
        }
    }
}
