package org.sonnerie.pbx.runtime.fake;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.Duty;

/** Everybody serves but those who were sent off. */
public final class FakeDuty implements Duty {
    public final Set<PersonId> off = ConcurrentHashMap.newKeySet();

    @Override
    public boolean serves(CompanyId company, PersonId agent) {
        return !off.contains(agent);
    }
}
