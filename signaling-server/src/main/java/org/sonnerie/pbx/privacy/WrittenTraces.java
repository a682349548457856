package org.sonnerie.pbx.privacy;

import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.Tables;

/** What programs are told of numbers: rows with a {@code body} in JSON. Thread safe. */
public final class WrittenTraces implements NumberTraces {
    private static final String OF_NUMBER = " where company_id = ? and body like ?";

    private final Tables tables;
    private final String table;

    /**
     * The rows of one table.
     *
     * @param tables leads to it
     * @param table its name
     */
    public WrittenTraces(Tables tables, String table) {
        this.tables = tables;
        this.table = table;
    }

    @Override
    public TraceKind kind() {
        return TraceKind.EVENTS;
    }

    @Override
    public int count(CompanyId company, String number) {
        return tables.of(company)
                .sql("select count(*) from " + table + OF_NUMBER)
                .params(company.text(), quoted(number))
                .query(Integer.class)
                .single();
    }

    /** As JSON has it, whole. */
    private static String quoted(String number) {
        return "%\"" + number + "\"%";
    }

    @Override
    public int erase(CompanyId company, String number) {
        return tables.of(company)
                .sql("delete from " + table + OF_NUMBER)
                .params(company.text(), quoted(number))
                .update();
    }
}
