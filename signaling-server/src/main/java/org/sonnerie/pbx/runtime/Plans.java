package org.sonnerie.pbx.runtime;

import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
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
}
