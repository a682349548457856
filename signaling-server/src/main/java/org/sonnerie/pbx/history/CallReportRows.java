package org.sonnerie.pbx.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.PersonRemoved;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;

/** The table {@code call_report}. */
@Repository
class CallReportRows {
    private static final String MERGE =
            """
            merge into call_report t using (values (cast(:call as varchar(64)),
                cast(:person as varchar(64)))) as s (call_id, person_id)
            on t.call_id = s.call_id and t.person_id = s.person_id
            when matched then update set reported_at = :at, complaint = :what, note = :note
            when not matched then insert (call_id, person_id, company_id, reported_at, complaint,
                note)
                values (:call, :person, :company, :at, :what, :note)\
            """;

    private final Tables tables;

    CallReportRows(Tables tables) {
        this.tables = tables;
    }

    /** Takes the place of the person's earlier one; the call must be one that concerned him. */
    void keep(CompanyId company, CallId call, CallReport report) {
        tables.of(company)
                .sql(MERGE)
                .param("call", call.text())
                .param("person", report.person().text())
                .param("company", company.text())
                .param("at", report.at().atOffset(ZoneOffset.UTC))
                .param("what", Keyword.of(report.what()))
                .param("note", report.note())
                .update();
    }

    /** Those of a call, the first reported first. */
    List<CallReport> of(CompanyId company, CallId call) {
        return tables.of(company)
                .sql(
                        "select person_id, reported_at, complaint, note from call_report where"
                                + " company_id = ? and call_id = ? order by reported_at, person_id")
                .params(company.text(), call.text())
                .query((row, _) -> report(row))
                .list();
    }

    /** Those of a person, the first reported first. */
    Map<CallId, CallReport> by(CompanyId company, PersonId person) {
        Map<CallId, CallReport> found = new LinkedHashMap<>();
        tables.of(company)
                .sql(
                        "select call_id, person_id, reported_at, complaint, note from call_report"
                                + " where company_id = ? and person_id = ? order by reported_at,"
                                + " call_id")
                .params(company.text(), person.text())
                .query((row, _) -> found.put(new CallId(row.getString("call_id")), report(row)))
                .list();
        return found;
    }

    @EventListener
    void forget(PersonRemoved event) {
        Account account = event.account();
        tables.of(account.company())
                .sql("delete from call_report where company_id = ? and person_id = ?")
                .params(account.company().text(), account.id().text())
                .update();
    }

    /** Which of some calls were reported; there is at least one. */
    Set<CallId> reported(CompanyId company, List<CallId> calls) {
        return tables.of(company)
                .sql(
                        "select distinct call_id from call_report where company_id = :company and"
                                + " call_id in (:calls)")
                .param("company", company.text())
                .param("calls", calls.stream().map(CallId::text).toList())
                .query((row, _) -> new CallId(row.getString(1)))
                .set();
    }

    private static CallReport report(ResultSet row) throws SQLException {
        return new CallReport(
                new PersonId(row.getString("person_id")),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                Keyword.read(Complaint.class, row.getString("complaint")).orElseThrow(),
                row.getString("note"));
    }
}
