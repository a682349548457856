package org.sonnerie.pbx.provider;

import java.util.List;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.config.SoundFolder;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.DurableChange;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.TableOrder;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Component;

/**
 * Takes away all that is kept of a company: its rows in every table that has companies, whichever
 * there are, and its files. Thread safe.
 */
@Component
class CompanyEraser {
    /** In the data folder, with a folder for each company. */
    private static final List<String> FOLDERS =
            List.of("recordings", "voicemail", "greetings", "prompts");

    private static final String WITH_COMPANIES =
            "select lower(c.table_name) from information_schema.columns c join information_schema.tables t"
                    + " on t.table_name = c.table_name and t.table_schema = c.table_schema"
                    + " where lower(c.column_name) = 'company_id' and t.table_type = 'BASE TABLE'"
                    + " and c.table_schema = current_schema order by 1";

    private final Tables tables;
    private final DurableChange changes;
    private final List<SoundFolder> folders;

    CompanyEraser(Tables tables, DurableChange changes, SonnerieProperties properties) {
        this.tables = tables;
        this.changes = changes;
        this.folders =
                FOLDERS.stream()
                        .map(name -> properties.dataFolder().toAbsolutePath().resolve(name))
                        .map(SoundFolder::new)
                        .toList();
    }

    /** Whether calls of a company are not over, or nothing is kept of them yet. */
    boolean hasOpenCalls(CompanyId company) {
        return tables.of(company)
                        .sql(
                                "select count(*) from call_log where company_id = ? and recorded_at"
                                        + " is null and set_aside is null")
                        .param(company.text())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Takes all away; durable on return.
     *
     * @param company which
     */
    void erase(CompanyId company) {
        List<String> order = order();
        changes.make(
                company,
                () -> {
                    // The one table that knows its company by its person alone.
                    tables.of(company)
                            .sql(
                                    "delete from invitation where person_id in"
                                            + " (select id from person where company_id = ?)")
                            .param(company.text())
                            .update();
                    order.forEach(table -> delete(company, table));
                    tables.of(company)
                            .sql("delete from company where id = ?")
                            .param(company.text())
                            .update();
                });
        folders.forEach(folder -> folder.deleteAll(company.text()));
    }

    private void delete(CompanyId company, String table) {
        tables.of(company)
                .sql("delete from " + table + " where company_id = ?")
                .param(company.text())
                .update();
    }

    /** Tables with companies; one whose rows others need comes after those. */
    private List<String> order() {
        List<String> withCompanies =
                tables.across(ProviderWork.COMPANIES)
                        .sql(WITH_COMPANIES)
                        .query((row, _) -> row.getString(1))
                        .list();
        List<TableOrder.Reference> references =
                tables.across(ProviderWork.COMPANIES)
                        .sql(TableOrder.REFERENCES)
                        .query((row, _) ->
                                new TableOrder.Reference(row.getString(1), row.getString(2)))
                        .list();
        return TableOrder.parentsFirst(withCompanies, references).reversed();
    }
}
