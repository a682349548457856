package org.sonnerie.pbx.reports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.plan.TrunkId;

/**
 * All figures of a period.
 *
 * @param period which
 * @param traffic calls of the direction asked for
 * @param waits of callers from outside, from calling to the answer
 * @param queues by queue; one that is missing had nobody
 * @param people the busiest first; whoever is missing had no calls
 * @param trunks by trunk; one that is missing had no calls
 */
public record Report(
        Period period,
        Traffic traffic,
        Waits waits,
        Map<QueueId, Waits> queues,
        List<PersonFigures> people,
        Map<TrunkId, TrunkFigures> trunks) {
    /** Copies the lists. */
    public Report {
        queues = Collections.unmodifiableMap(new LinkedHashMap<>(queues));
        people = List.copyOf(people);
        trunks = Collections.unmodifiableMap(new LinkedHashMap<>(trunks));
    }
}
