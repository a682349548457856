package org.sonnerie.pbx.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.privacy.NumberTraces;
import org.sonnerie.pbx.privacy.OldCalls;
import org.sonnerie.pbx.privacy.TraceKind;
import org.sonnerie.pbx.runtime.CallLogs;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** Takes records and stories of calls away. Thread safe. */
@Repository
class CallForgetting implements NumberTraces, OldCalls {
    /** In one transaction. */
    private static final int BATCH = 200;

    private static final String OF_THESE = " where company_id = :company and call_id in (:calls)";
    private static final String COUNT_DOWN =
            "update call_number t set calls = calls - (select count(*) from call_record_number n"
                    + " where n.company_id = :company and n.dialable = t.dialable and n.call_id in"
                    + " (:calls)) where t.company_id = :company and t.dialable in (select dialable"
                    + " from call_record_number"
                    + OF_THESE
                    + ")";
    private static final String UNUSED =
            "delete from call_number where company_id = :company and calls <= 0 and dialable in"
                    + " (select dialable from call_record_number"
                    + OF_THESE
                    + ")";

    /** What needs a row of another before it; reports of people go with those they concerned. */
    private static final List<String> TABLES =
            List.of(
                    "call_record_way",
                    "call_record_number",
                    "call_record_person",
                    "call_record_leg",
                    "call_record");

    private final Tables tables;
    private final CallLogs logs;

    CallForgetting(Tables tables, CallLogs logs) {
        this.tables = tables;
        this.logs = logs;
    }

    @Override
    public TraceKind kind() {
        return TraceKind.CALLS;
    }

    @Override
    public int count(CompanyId company, String number) {
        return tables.of(company)
                .sql(
                        "select count(*) from call_record_number where company_id = ? and dialable"
                                + " = ?")
                .params(company.text(), number)
                .query(Integer.class)
                .single();
    }

    @Override
    public int erase(CompanyId company, String number) {
        return batches(
                company,
                () ->
                        tables.of(company)
                                .sql(
                                        "select call_id from call_record_number where company_id ="
                                                + " ? and dialable = ? order by call_id limit ?")
                                .params(company.text(), number, BATCH)
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    @Override
    public int forgetBefore(CompanyId company, Instant oldest) {
        return batches(
                company,
                () ->
                        tables.of(company)
                                .sql(
                                        "select call_id from call_record where company_id = ? and"
                                                + " began_at < ? order by company_id, began_at, call_id"
                                                + " limit ?")
                                .params(company.text(), oldest.atOffset(ZoneOffset.UTC), BATCH)
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    /** Some calls, each time others, until there are none. */
    private interface Some {
        List<String> next();
    }

    private int batches(CompanyId company, Some some) {
        int forgotten = 0;
        for (List<String> calls = some.next(); !calls.isEmpty(); calls = some.next()) {
            List<String> these = calls;
            tables.atTheSameTime(company, () -> forget(company, these));
            forgotten += these.size();
        }
        return forgotten;
    }

    private void forget(CompanyId company, List<String> calls) {
        run(COUNT_DOWN, company, calls);
        run(UNUSED, company, calls);
        TABLES.forEach(table -> run("delete from " + table + OF_THESE, company, calls));
        logs.forget(company, calls);
    }

    private void run(String sql, CompanyId company, List<String> calls) {
        tables.of(company).sql(sql).param("company", company.text()).param("calls", calls).update();
    }
}
