package org.sonnerie.pbx.publish;

import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyPlan;

/**
 * A version of a company's plan is being kept; told within the transaction.
 *
 * @param before what is in force until then; empty: nothing
 * @param plan the new version
 * @param restores the version that it brings back; empty: it is new
 */
public record VersionAdded(
        Optional<CompanyPlan> before, CompanyPlan plan, Optional<Long> restores) {}
