package org.sonnerie.pbx.trunkaccounts;

import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.TrunkId;

/**
 * A trunk's password is another one from now on.
 *
 * @param company whose
 * @param trunk which
 */
public record TrunkSecretChanged(CompanyId company, TrunkId trunk) {}
