package org.sonnerie.pbx.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The events in the database. */
@Repository
class EventRows {
    private static final String COLUMNS =
            "select company_id, event_number, event_id, event_type, happened_at, body"
                    + " from company_event where company_id = ?";

    private final Tables tables;

    EventRows(Tables tables) {
        this.tables = tables;
    }

    /** The last number; until the transaction is over nobody else adds an event of the company. */
    long lockedEnd(CompanyId company) {
        tables.of(company)
                .sql(
                        "merge into company_event_end t using (select cast(? as varchar(64))"
                                + " company) s on (t.company_id = s.company) when not matched then"
                                + " insert (company_id, event_number) values (s.company, 0)")
                .param(company.text())
                .update();
        return tables.of(company)
                .sql("select event_number from company_event_end where company_id = ? for update")
                .param(company.text())
                .query(Long.class)
                .single();
    }

    /** The last number now. */
    long end(CompanyId company) {
        return tables.of(company)
                .sql("select event_number from company_event_end where company_id = ?")
                .param(company.text())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    boolean has(CompanyId company, String id) {
        return number(company, id).isPresent();
    }

    /** The number of an event; empty: there is none of that id, or no more. */
    Optional<Long> number(CompanyId company, String id) {
        return tables.of(company)
                .sql(
                        "select event_number from company_event where company_id = ?"
                                + " and event_id = ?")
                .params(company.text(), id)
                .query(Long.class)
                .optional();
    }

    /** Adds the next at the end that was locked. */
    void add(CompanyEvent event) {
        tables.of(event.company())
                .sql(
                        "insert into company_event (company_id, event_number, event_id, event_type,"
                                + " happened_at, body) values (?, ?, ?, ?, ?, ?)")
                .params(
                        event.company().text(),
                        event.number(),
                        event.id(),
                        event.type().text(),
                        event.at().atOffset(ZoneOffset.UTC),
                        event.body())
                .update();
        tables.of(event.company())
                .sql("update company_event_end set event_number = ? where company_id = ?")
                .params(event.number(), event.company().text())
                .update();
    }

    /** In their order. */
    List<CompanyEvent> after(CompanyId company, long number, int most) {
        return tables.of(company)
                .sql(COLUMNS + " and event_number > ? order by company_id, event_number limit ?")
                .params(company.text(), number, most)
                .query(EventRows::event)
                .list();
    }

    void forgetBefore(Instant oldest) {
        tables.across(ProviderWork.RETENTION)
                .sql("delete from company_event where happened_at < ?")
                .param(oldest.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static CompanyEvent event(ResultSet row, int number) throws SQLException {
        return new CompanyEvent(
                new CompanyId(row.getString("company_id")),
                row.getLong("event_number"),
                row.getString("event_id"),
                EventType.read(row.getString("event_type")).orElseThrow(),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("body"));
    }
}
