package org.sonnerie.pbx.trunkaccounts;

import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.TrunkId;

/**
 * A trunk's password is being kept; told within the transaction. {@link TrunkSecretChanged} follows
 * when it is in force.
 *
 * @param company whose
 * @param trunk which
 */
public record TrunkSecretKept(CompanyId company, TrunkId trunk) {}
