package org.sonnerie.pbx.sounds;

import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The sealed keys of companies in the database. */
@Repository
class SoundKeyRows {
    private final Tables tables;

    SoundKeyRows(Tables tables) {
        this.tables = tables;
    }

    Optional<String> find(CompanyId company) {
        return tables.of(company)
                .sql("select sealed from sound_key where company_id = ?")
                .param(company.text())
                .query(String.class)
                .optional();
    }

    void add(CompanyId company, String sealed) {
        tables.of(company)
                .sql("insert into sound_key (company_id, sealed) values (?, ?)")
                .params(company.text(), sealed)
                .update();
    }
}
