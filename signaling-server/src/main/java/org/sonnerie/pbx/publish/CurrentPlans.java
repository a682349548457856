package org.sonnerie.pbx.publish;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Flaw;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Spot;
import org.sonnerie.pbx.plan.TrunkId;

/**
 * The current plan of every company, and whose a person or a trunk is.
 *
 * @param plans by company
 * @param people the company of each person that is in a plan
 * @param trunks the company of each trunk
 */
record CurrentPlans(
        Map<CompanyId, CompanyPlan> plans,
        Map<PersonId, CompanyId> people,
        Map<TrunkId, CompanyId> trunks) {

    static CurrentPlans of(Collection<CompanyPlan> all) {
        Map<CompanyId, CompanyPlan> plans = new LinkedHashMap<>();
        Map<PersonId, CompanyId> people = new LinkedHashMap<>();
        Map<TrunkId, CompanyId> trunks = new LinkedHashMap<>();
        for (CompanyPlan plan : all) {
            plans.put(plan.company(), plan);
            plan.people().forEach(person -> people.put(person.id(), plan.company()));
            plan.outside().trunks().forEach(trunk -> trunks.put(trunk.id(), plan.company()));
        }
        return new CurrentPlans(plans, people, trunks);
    }

    /**
     * These with one replaced or added.
     *
     * @throws PlanDocumentException if it names a person or a trunk of another company
     */
    CurrentPlans with(CompanyPlan plan) {
        plan.people()
                .forEach(person ->
                        own(
                                plan,
                                Optional.ofNullable(people.get(person.id())),
                                Spot.named("person", person.id().text(), person.name())
                                        .called("people")));
        plan.outside()
                .trunks()
                .forEach(trunk ->
                        own(
                                plan,
                                Optional.ofNullable(trunks.get(trunk.id())),
                                Spot.named("trunk", trunk.id().text(), trunk.name())
                                        .called("trunks")));
        Map<CompanyId, CompanyPlan> next = new LinkedHashMap<>(plans);
        next.put(plan.company(), plan);
        return of(next.values());
    }

    private static void own(CompanyPlan plan, Optional<CompanyId> owner, Spot what) {
        if (owner.isPresent() && !owner.get().equals(plan.company())) {
            throw new PlanDocumentException(what.on("id"), Flaw.of("foreign-id"));
        }
    }
}
