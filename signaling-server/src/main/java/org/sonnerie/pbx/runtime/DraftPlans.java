package org.sonnerie.pbx.runtime;

import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;

/** Where a company's unpublished plan is; implemented by the feature that publishes plans. */
public interface DraftPlans {
    /**
     * The plan that is being worked on.
     *
     * @param company whose
     * @return the draft, or the published plan where there is no draft; empty: the draft does not
     *     fit together
     */
    Optional<CompanyPlan> toTry(CompanyId company);
}
