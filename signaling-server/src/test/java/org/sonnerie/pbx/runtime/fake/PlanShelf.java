package org.sonnerie.pbx.runtime.fake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.PlanVersion;
import org.sonnerie.pbx.plan.TrunkId;
import org.sonnerie.pbx.runtime.Plans;

/** The plans of several companies, which a test exchanges. */
public final class PlanShelf implements Plans {
    private final Map<CompanyId, CompanyPlan> plans = new LinkedHashMap<>();

    public void put(CompanyPlan plan) {
        plans.put(plan.company(), plan);
    }

    @Override
    public Optional<CompanyId> companyOf(PersonId person) {
        return plans.values().stream()
                .filter(plan -> plan.person(person).isPresent())
                .map(CompanyPlan::company)
                .findFirst();
    }

    @Override
    public Optional<CompanyId> companyOf(TrunkId trunk) {
        return plans.values().stream()
                .filter(plan -> plan.trunk(trunk).isPresent())
                .map(CompanyPlan::company)
                .findFirst();
    }

    @Override
    public List<CompanyPlan> all() {
        return List.copyOf(plans.values());
    }

    @Override
    public CompanyPlan current(CompanyId company) {
        CompanyPlan plan = plans.get(company);
        if (plan == null) {
            throw new NoSuchElementException(company.text());
        }
        return plan;
    }

    @Override
    public Optional<CompanyPlan> version(CompanyId company, PlanVersion version) {
        return Optional.of(current(company)).filter(plan -> plan.version().equals(version));
    }
}
