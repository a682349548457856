package org.sonnerie.pbx.queues;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;

/**
 * What is wanted of an agent, as JSON says it.
 *
 * @param onDuty he serves the queues; needed
 * @param pause why he makes a pause; null: he makes none
 */
public record DutyWish(@Nullable Boolean onDuty, @Nullable String pause) {
    /**
     * Does it; in force on return.
     *
     * @param roster where
     * @param company whose
     * @param agent who
     * @return his duty now
     * @throws IllegalArgumentException if it is not complete, or its reason is blank or too long
     */
    public DutyState apply(DutyRoster roster, CompanyId company, PersonId agent) {
        if (onDuty == null) {
            throw new IllegalArgumentException("onDuty is missing");
        }
        return roster.change(company, agent, onDuty, Optional.ofNullable(pause));
    }
}
