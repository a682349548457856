package org.sonnerie.pbx.admin;

import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.StoredCredentials;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.publish.Published;

/** The demo company, as a server has it. */
record Martin(RunningServer server) {
    static final CompanyId ID = new CompanyId("boulangerie-martin");

    CompanyPlan plan() {
        return server.bean(Published.class).current(ID);
    }

    Account account(String userName) {
        return server.bean(People.class)
                .credentials(userName)
                .map(StoredCredentials::account)
                .orElseThrow();
    }
}
