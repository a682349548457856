package org.sonnerie.pbx.reports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sonnerie.pbx.plan.CompanyPlan;
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

    /**
     * Queues to be shown: those of the plan, and those that were in it.
     *
     * @param plan as it is now
     * @return their names; of one that is in it no longer its id
     */
    public Map<QueueId, String> queueNames(CompanyPlan plan) {
        Map<QueueId, String> names = new LinkedHashMap<>();
        plan.flow().queues().forEach(queue -> names.put(queue.id(), queue.name()));
        queues.keySet().forEach(id -> names.putIfAbsent(id, id.text()));
        return names;
    }

    /**
     * Trunks to be shown, likewise.
     *
     * @param plan as it is now
     * @return their names; of one that is in it no longer its id
     */
    public Map<TrunkId, String> trunkNames(CompanyPlan plan) {
        Map<TrunkId, String> names = new LinkedHashMap<>();
        plan.outside().trunks().forEach(trunk -> names.put(trunk.id(), trunk.name()));
        trunks.keySet().forEach(id -> names.putIfAbsent(id, id.text()));
        return names;
    }
}
