package org.sonnerie.pbx.privacy;

import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.Tables;
import tools.jackson.databind.json.JsonMapper;

/**
 * What programs are told of people: rows with a {@code body} in JSON, which are kept for days only.
 * Those in which somebody who has left stands go. Thread safe.
 */
public final class WrittenNames implements PersonTraces {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Tables tables;
    private final String table;

    /**
     * The rows of one table.
     *
     * @param tables leads to it
     * @param table its name
     */
    public WrittenNames(Tables tables, String table) {
        this.tables = tables;
        this.table = table;
    }

    @Override
    public Runnable renaming(CompanyId company, Leaver leaver, String pseudonym) {
        return () -> leaver.names().forEach(name -> remove(company, name));
    }

    private void remove(CompanyId company, String name) {
        tables.of(company)
                .sql("delete from " + table + " where company_id = ? and position(? in body) > 0")
                .params(company.text(), JSON.writeValueAsString(name))
                .update();
    }
}
