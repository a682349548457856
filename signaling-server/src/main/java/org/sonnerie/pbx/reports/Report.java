package org.sonnerie.pbx.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
    /** So many days are shown each by itself, as many as a quarter has at most. */
    private static final int MOST_SINGLE_DAYS = 92;

    /**
     * Calls of a week.
     *
     * @param first its Monday, or the first day of the period
     * @param calls until its Sunday, or the last day of the period
     */
    public record Week(LocalDate first, Counts calls) {}

    /** Copies the lists. */
    public Report {
        queues = Collections.unmodifiableMap(new LinkedHashMap<>(queues));
        people = List.copyOf(people);
        trunks = Collections.unmodifiableMap(new LinkedHashMap<>(trunks));
    }

    /**
     * Whether the traffic is better shown by week than by day.
     *
     * @return true if there are too many days to tell one from the other
     */
    public boolean isLong() {
        return period.days() > MOST_SINGLE_DAYS;
    }

    /**
     * The traffic by week.
     *
     * @return all of its days, in their order
     */
    public List<Week> weeks() {
        List<Week> weeks = new ArrayList<>();
        LocalDate from = period.first();
        while (!from.isAfter(period.last())) {
            LocalDate next = Period.weekOf(from).last().plusDays(1);
            int end = Math.min(place(next), period.days());
            weeks.add(new Week(from, Counts.sum(traffic.days().subList(place(from), end))));
            from = next;
        }
        return weeks;
    }

    private int place(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(period.first(), day);
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
