package org.sonnerie.pbx.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.events.CompanyEvent;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The outbox of webhooks, and what became of what was in it. */
@Repository
class DeliveryRows {
    private static final int MOST_AT_ONCE = 1_000;

    private final Tables tables;

    DeliveryRows(Tables tables) {
        this.tables = tables;
    }

    /** For each webhook of the company that wants such events. */
    void add(CompanyEvent event, Instant now) {
        tables.of(event.company())
                .sql(
                        "insert into webhook_delivery (webhook_id, event_id, company_id,"
                                + " event_type, body, created_at, attempts, due_at)"
                                + " select w.id, cast(? as varchar(64)), w.company_id,"
                                + " cast(? as varchar(40)), cast(? as text),"
                                + " cast(? as timestamp with time zone), 0,"
                                + " cast(? as timestamp with time zone) from webhook w"
                                + " where w.company_id = ? and w.disabled_at is null"
                                + " and concat(' ', w.event_types, ' ') like ?")
                .params(
                        event.id(),
                        event.type().text(),
                        event.body(),
                        at(now),
                        at(now),
                        event.company().text(),
                        "% " + event.type().text() + " %")
                .update();
    }

    /**
     * Those to be tried now: of each webhook the few that are due the longest, and of them the
     * first of each webhook first, so that none waits behind what another has heaped up.
     */
    List<Delivery> due(Instant now, int ofEach) {
        return tables.across(ProviderWork.OUTBOX)
                .sql(
                        "select d.* from (select webhook_id, event_id, company_id, event_type,"
                                + " body, created_at, attempts, due_at, row_number() over"
                                + " (partition by webhook_id order by due_at, event_id) as place"
                                + " from webhook_delivery where due_at <= ?) d"
                                + " where d.place <= ? order by d.place, d.due_at limit "
                                + MOST_AT_ONCE)
                .params(at(now), ofEach)
                .query(DeliveryRows::delivery)
                .list();
    }

    /** Takes one up, unless somebody else has; until then nobody else does. */
    boolean claim(Delivery delivery, Instant until) {
        return tables.of(delivery.company())
                        .sql(
                                "update webhook_delivery set due_at = ?, attempts = attempts + 1"
                                        + " where webhook_id = ? and event_id = ? and attempts = ?")
                        .params(
                                at(until),
                                delivery.webhook(),
                                delivery.event(),
                                delivery.attempts())
                        .update()
                == 1;
    }

    void again(Delivery delivery, Instant due) {
        tables.of(delivery.company())
                .sql("update webhook_delivery set due_at = ? where webhook_id = ? and event_id = ?")
                .params(at(due), delivery.webhook(), delivery.event())
                .update();
    }

    /** It is delivered, or given up. */
    void over(Delivery delivery) {
        tables.of(delivery.company())
                .sql("delete from webhook_delivery where webhook_id = ? and event_id = ?")
                .params(delivery.webhook(), delivery.event())
                .update();
    }

    long waiting(CompanyId company, String webhook) {
        return tables.of(company)
                .sql(
                        "select count(*) from webhook_delivery where company_id = ? and webhook_id = ?")
                .params(company.text(), webhook)
                .query(Long.class)
                .single();
    }

    void note(CompanyId company, String webhook, Attempt attempt) {
        OptionalInt status = attempt.answer().status();
        tables.of(company)
                .sql(
                        "insert into webhook_attempt (id, webhook_id, company_id, event_id,"
                                + " event_type, tried_at, outcome, http_status, millis)"
                                + " select cast(? as varchar(32)), w.id, w.company_id,"
                                + " cast(? as varchar(64)), cast(? as varchar(40)),"
                                + " cast(? as timestamp with time zone), cast(? as varchar(20)),"
                                + " cast(? as integer), cast(? as bigint)"
                                + " from webhook w where w.id = ? and w.company_id = ?")
                .param(RandomText.id())
                .param(attempt.event())
                .param(attempt.type())
                .param(at(attempt.at()))
                .param(attempt.answer().outcome().name())
                .param(status.isPresent() ? status.getAsInt() : null)
                .param(attempt.took().toMillis())
                .param(webhook)
                .param(company.text())
                .update();
    }

    /** The newest first. */
    List<Attempt> attempts(CompanyId company, String webhook, int most) {
        return tables.of(company)
                .sql(
                        "select event_id, event_type, tried_at, outcome, http_status, millis"
                                + " from webhook_attempt where company_id = ? and webhook_id = ?"
                                + " order by tried_at desc, id limit ?")
                .params(company.text(), webhook, most)
                .query(DeliveryRows::attempt)
                .list();
    }

    void forgetAttemptsBefore(Instant oldest) {
        tables.across(ProviderWork.RETENTION)
                .sql("delete from webhook_attempt where tried_at < ?")
                .param(at(oldest))
                .update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getString("webhook_id"),
                new CompanyId(row.getString("company_id")),
                row.getString("event_id"),
                row.getString("event_type"),
                row.getString("body"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                row.getObject("due_at", OffsetDateTime.class).toInstant());
    }

    private static Attempt attempt(ResultSet row, int number) throws SQLException {
        int status = row.getInt("http_status");
        return new Attempt(
                row.getString("event_id"),
                row.getString("event_type"),
                row.getObject("tried_at", OffsetDateTime.class).toInstant(),
                new Attempt.Answer(
                        Attempt.Outcome.valueOf(row.getString("outcome")),
                        status == 0 ? OptionalInt.empty() : OptionalInt.of(status),
                        ""),
                Duration.ofMillis(row.getLong("millis")));
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
