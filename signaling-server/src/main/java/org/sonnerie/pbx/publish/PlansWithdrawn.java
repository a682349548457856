package org.sonnerie.pbx.publish;

import org.sonnerie.pbx.plan.CompanyId;

/**
 * A company has no plan any more, for it is gone.
 *
 * @param company which
 */
public record PlansWithdrawn(CompanyId company) {}
