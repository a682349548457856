package org.sonnerie.pbx.runtime;

import java.util.Optional;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.plan.CompanyPlan;

/** Told how calls go on; implemented by what tells programs. Trial calls are no calls here. */
@FunctionalInterface
public interface CallNews {
    /**
     * A call looks otherwise to one of its people; its log has it. Called by the call's thread:
     * returns at once. After a restart, calls that go on are told again.
     *
     * @param plan of the call
     * @param before as it looked; empty: not at all, or before the restart
     * @param now as it looks
     */
    void changed(CompanyPlan plan, Optional<CallView> before, CallView now);
}
