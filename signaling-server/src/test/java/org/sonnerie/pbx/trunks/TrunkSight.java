package org.sonnerie.pbx.trunks;

import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.trunkaccounts.TrunkSecret;
import org.sonnerie.trunk.api.TrunkAccount;

/** What the SIP bridge is told of a plan's first trunk. */
public final class TrunkSight {
    private TrunkSight() {}

    public static TrunkAccount account(CompanyPlan plan) {
        var trunk = plan.outside().trunks().getFirst();
        return TrunkSetup.account(
                trunk,
                trunk.registration()
                        .map(one -> TrunkSetup.registration(one, new TrunkSecret("secret"))));
    }
}
