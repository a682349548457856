package org.sonnerie.pbx.reach;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.sonnerie.pbx.plan.Blocked;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.PlanVersion;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.TrunkId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.publish.ReachText;
import org.sonnerie.pbx.runtime.Plans;
import org.springframework.stereotype.Component;

/** The plans that calls go by: what was published, and over it what people set for themselves. */
@Component
class PlansInForce implements Plans {
    private final Published published;
    private final ReachRows rows;
    private final Map<CompanyId, OwnRules> own = new ConcurrentHashMap<>();
    private final Map<CompanyId, InForce> made = new ConcurrentHashMap<>();

    /** A plan and what it was made of. */
    private record InForce(PlanVersion base, long revision, CompanyPlan plan) {
        boolean isMadeOf(CompanyPlan published, OwnRules rules) {
            return base.equals(published.version()) && revision == rules.revision();
        }
    }

    PlansInForce(Published published, ReachRows rows) {
        this.published = published;
        this.rows = rows;
        for (CompanyId company : rows.companies()) {
            own.put(company, OwnRules.of(rows.upTo(company, Long.MAX_VALUE)));
        }
    }

    /** What a person set. */
    Optional<Reach> own(CompanyId company, PersonId person) {
        return Optional.ofNullable(rules(company).reaches().get(person));
    }

    /**
     * Sets a person's own rules; durable and in force for the next call on return.
     *
     * @param company whose
     * @param person whose
     * @param reach empty: from now on what the company's plan says
     */
    synchronized void set(CompanyId company, PersonId person, Optional<Reach> reach) {
        change(company, person, reach, blocked(company, person));
    }

    /** Whom a person has blocked. */
    Blocked blocked(CompanyId company, PersonId person) {
        return rules(company).blocked().getOrDefault(person, Blocked.NOBODY);
    }

    /**
     * Changes whom a person blocks; durable and in force for the next call on return.
     *
     * @param company whose
     * @param person whose
     * @param change of whom he blocks
     * @return whom he blocks now
     */
    synchronized Blocked block(CompanyId company, PersonId person, UnaryOperator<Blocked> change) {
        Blocked before = blocked(company, person);
        Blocked now = change.apply(before);
        if (!now.equals(before)) {
            change(company, person, own(company, person), now);
        }
        return now;
    }

    private void change(
            CompanyId company, PersonId person, Optional<Reach> reach, Blocked blocked) {
        OwnRules before = rules(company);
        var row =
                new ReachRows.Row(
                        before.revision() + 1,
                        person,
                        reach.map(ReachText::write),
                        Optional.of(blocked)
                                .filter(one -> !one.equals(Blocked.NOBODY))
                                .map(BlockedText::write));
        rows.add(company, row);
        own.put(company, before.with(row));
    }

    private OwnRules rules(CompanyId company) {
        return own.getOrDefault(company, OwnRules.NONE);
    }

    private CompanyPlan inForce(CompanyPlan base) {
        OwnRules rules = rules(base.company());
        InForce last = made.get(base.company());
        if (last == null || !last.isMadeOf(base, rules)) {
            last = new InForce(base.version(), rules.revision(), rules.over(base));
            made.put(base.company(), last);
        }
        return last.plan();
    }

    @Override
    public CompanyPlan current(CompanyId company) {
        return inForce(published.current(company));
    }

    @Override
    public List<CompanyPlan> all() {
        return published.all().stream().map(this::inForce).toList();
    }

    @Override
    public Optional<CompanyPlan> version(CompanyId company, PlanVersion version) {
        Optional<CompanyPlan> now =
                published
                        .find(company)
                        .map(this::inForce)
                        .filter(plan -> plan.version().equals(version));
        return now.or(() ->
                published
                        .version(company, version.published())
                        .map(base ->
                                OwnRules.of(rows.upTo(company, version.personal())).over(base)));
    }

    @Override
    public Optional<CompanyId> companyOf(PersonId person) {
        return published.companyOf(person);
    }

    @Override
    public Optional<CompanyId> companyOf(TrunkId trunk) {
        return published.companyOf(trunk);
    }
}
