package org.sonnerie.pbx.trunkaccounts;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.TrunkId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The sealed passwords in the database. */
@Repository
class TrunkSecretRows {
    private final Tables tables;
    private final InstantSource clock;

    TrunkSecretRows(Tables tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
    }

    Optional<String> find(CompanyId company, TrunkId trunk) {
        return tables.of(company)
                .sql("select sealed from trunk_secret where company_id = ? and trunk_id = ?")
                .params(company.text(), trunk.text())
                .query(String.class)
                .optional();
    }

    void put(CompanyId company, TrunkId trunk, String sealed) {
        tables.of(company)
                .sql(
                        "merge into trunk_secret t using (select cast(? as varchar(64)) company,"
                                + " cast(? as varchar(64)) trunk, cast(? as varchar(2000)) sealed,"
                                + " cast(? as timestamp with time zone) changed) s"
                                + " on (t.company_id = s.company and t.trunk_id = s.trunk)"
                                + " when matched then update set sealed = s.sealed,"
                                + " changed_at = s.changed"
                                + " when not matched then insert"
                                + " (company_id, trunk_id, sealed, changed_at)"
                                + " values (s.company, s.trunk, s.sealed, s.changed)")
                .params(
                        company.text(),
                        trunk.text(),
                        sealed,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
