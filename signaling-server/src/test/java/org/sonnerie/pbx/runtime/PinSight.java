package org.sonnerie.pbx.runtime;

import org.sonnerie.pbx.plan.CompanyPlan;

/** What a PIN typed at the door of a plan's first room makes of somebody. */
public final class PinSight {
    private PinSight() {}

    public static String role(CompanyPlan plan, String typed) {
        return PinCollector.of(plan.rooms().getFirst()).apply(typed).toString();
    }
}
