package org.sonnerie.pbx.runtime;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.PlanVersion;
import org.sonnerie.pbx.plan.TrunkId;

/**
 * Where a call finds its company's plan; implemented by the feature that publishes plans. Thread
 * safe, never blocks long.
 */
public interface Plans {
    /**
     * The company a person belongs to.
     *
     * @param person who
     * @return empty if there is no such person
     */
    Optional<CompanyId> companyOf(PersonId person);

    /**
     * The company a trunk belongs to.
     *
     * @param trunk which
     * @return empty if there is no such trunk
     */
    Optional<CompanyId> companyOf(TrunkId trunk);

    /**
     * The plans in force of all companies.
     *
     * @return one for each company
     */
    List<CompanyPlan> all();

    /**
     * The plan in force.
     *
     * @param company whose
     * @return its published plan
     * @throws NoSuchElementException if there is no such company
     */
    CompanyPlan current(CompanyId company);

    /**
     * A plan as it was, for replaying a call.
     *
     * @param company whose
     * @param version which
     * @return empty if that version is not kept
     */
    Optional<CompanyPlan> version(CompanyId company, PlanVersion version);
}
