package org.sonnerie.pbx.live;

import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;

/** Which queues a person sees on the page of live calls. */
public final class ScopeSight {
    private ScopeSight() {}

    public static String supervised(CompanyPlan plan, PersonId person) {
        return Scope.of(Role.SUPERVISOR, person, plan).queues().toString();
    }
}
