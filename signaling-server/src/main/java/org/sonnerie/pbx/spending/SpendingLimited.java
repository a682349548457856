package org.sonnerie.pbx.spending;

import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;

/**
 * A company is given another spending limit; told within the transaction.
 *
 * @param company which
 * @param before as it was; empty: the one of all
 * @param after as it is
 */
public record SpendingLimited(CompanyId company, Optional<Amount> before, Optional<Amount> after) {}
