package org.sonnerie.pbx.privacy;

import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.Tables;

/** Rows in which somebody stands with his name and extension. Thread safe. */
public final class NamedRows implements PersonTraces {
    private final Tables tables;
    private final String table;
    private final String name;
    private final String number;

    /**
     * The rows of one table.
     *
     * @param tables leads to it
     * @param table its name
     * @param name the column of the name
     * @param number the column of the extension
     */
    public NamedRows(Tables tables, String table, String name, String number) {
        this.tables = tables;
        this.table = table;
        this.name = name;
        this.number = number;
    }

    @Override
    public Runnable renaming(CompanyId company, Leaver leaver, String pseudonym) {
        return () ->
                tables.of(company)
                        .sql(
                                "update %1$s set %2$s = :pseudonym, %3$s = '' where company_id ="
                                                .formatted(table, name, number)
                                        + " :company and %2$s in (:names) and %3$s in (:extensions)"
                                                .formatted(table, name, number))
                        .param("pseudonym", pseudonym)
                        .param("company", company.text())
                        .param("names", leaver.names())
                        .param("extensions", leaver.extensions())
                        .update();
    }
}
