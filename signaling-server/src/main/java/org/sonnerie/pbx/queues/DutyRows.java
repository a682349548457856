package org.sonnerie.pbx.queues;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The agents' duty in the database. */
@Repository
class DutyRows {
    private final Tables tables;

    DutyRows(Tables tables) {
        this.tables = tables;
    }

    /** An agent's duty. */
    record Row(CompanyId company, PersonId agent, DutyState state) {}

    List<Row> all() {
        return tables.across(ProviderWork.START)
                .sql("select company_id, person_id, on_duty, pause, since from queue_duty")
                .query((row, _) -> read(row))
                .list();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                new CompanyId(row.getString("company_id")),
                new PersonId(row.getString("person_id")),
                new DutyState(
                        row.getBoolean("on_duty"),
                        Optional.ofNullable(row.getString("pause")),
                        Optional.of(row.getObject("since", OffsetDateTime.class).toInstant())));
    }

    void put(CompanyId company, PersonId agent, DutyState state) {
        tables.of(company)
                .sql(
                        "merge into queue_duty as t using (select cast(? as varchar(64)) as"
                                + " company_id, cast(? as varchar(64)) as person_id, cast(? as"
                                + " boolean) as on_duty, cast(? as varchar(60)) as pause, cast(? as"
                                + " timestamp with time zone) as since) as s on t.company_id ="
                                + " s.company_id and t.person_id = s.person_id when matched then"
                                + " update set on_duty = s.on_duty, pause = s.pause, since ="
                                + " s.since when not matched then insert (company_id, person_id,"
                                + " on_duty, pause, since) values (s.company_id, s.person_id,"
                                + " s.on_duty, s.pause, s.since)")
                .param(company.text())
                .param(agent.text())
                .param(state.onDuty())
                .param(state.pause().orElse(null))
                .param(state.since().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .update();
    }
}
