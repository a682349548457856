package org.sonnerie.pbx.webhooks;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sonnerie.pbx.events.EventType;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The webhooks in the database. */
@Repository
class WebhookRows {
    private static final String COLUMNS =
            "select id, company_id, person_id, name, address, event_types, secret, made_at,"
                    + " failing_since, disabled_at, disabled_why from webhook where company_id = ?";

    private final Tables tables;

    WebhookRows(Tables tables) {
        this.tables = tables;
    }

    /** A webhook and its sealed secret. */
    record Kept(Webhook webhook, String sealed) {}

    void add(Webhook webhook, String sealed) {
        tables.of(webhook.company())
                .sql(
                        "insert into webhook (id, company_id, person_id, name, address,"
                                + " event_types, secret, made_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        webhook.id(),
                        webhook.company().text(),
                        webhook.person().text(),
                        webhook.name(),
                        webhook.address().toString(),
                        webhook.typesText(),
                        sealed,
                        at(webhook.made()))
                .update();
    }

    /** The newest first. */
    List<Webhook> of(CompanyId company) {
        return tables.of(company)
                .sql(COLUMNS + " order by made_at desc, id")
                .param(company.text())
                .query((row, _) -> kept(row).webhook())
                .list();
    }

    Optional<Kept> find(CompanyId company, String id) {
        return tables.of(company)
                .sql(COLUMNS + " and id = ?")
                .params(company.text(), id)
                .query((row, _) -> kept(row))
                .optional();
    }

    /** With all that is to be delivered there and what became of it. */
    void remove(Webhook webhook) {
        for (String table : List.of("webhook_delivery", "webhook_attempt")) {
            tables.of(webhook.company())
                    .sql("delete from " + table + " where webhook_id = ? and company_id = ?")
                    .params(webhook.id(), webhook.company().text())
                    .update();
        }
        tables.of(webhook.company())
                .sql("delete from webhook where id = ? and company_id = ?")
                .params(webhook.id(), webhook.company().text())
                .update();
    }

    void delivered(Webhook webhook) {
        tables.of(webhook.company())
                .sql(
                        "update webhook set failing_since = null where id = ?"
                                + " and failing_since is not null")
                .param(webhook.id())
                .update();
    }

    void failed(Webhook webhook, Instant now) {
        tables.of(webhook.company())
                .sql("update webhook set failing_since = ? where id = ? and failing_since is null")
                .params(at(now), webhook.id())
                .update();
    }

    /** Nothing more is sent, nor waits to be. */
    void disable(Webhook webhook, Webhook.Disabled why, Instant now) {
        tables.of(webhook.company())
                .sql(
                        "update webhook set disabled_at = ?, disabled_why = ? where id = ?"
                                + " and disabled_at is null")
                .params(at(now), why.name(), webhook.id())
                .update();
        tables.of(webhook.company())
                .sql("delete from webhook_delivery where webhook_id = ?")
                .param(webhook.id())
                .update();
    }

    /** It is told of what happens from now on. */
    void enable(Webhook webhook) {
        tables.of(webhook.company())
                .sql(
                        "update webhook set disabled_at = null, disabled_why = null,"
                                + " failing_since = null where id = ?")
                .param(webhook.id())
                .update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new Webhook(
                        row.getString("id"),
                        new CompanyId(row.getString("company_id")),
                        new PersonId(row.getString("person_id")),
                        row.getString("name"),
                        URI.create(row.getString("address")),
                        Arrays.stream(row.getString("event_types").split(" ", -1))
                                .map(EventType::read)
                                .flatMap(Optional::stream)
                                .collect(Collectors.toUnmodifiableSet()),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        new Webhook.Health(
                                instant(row, "failing_since"),
                                instant(row, "disabled_at"),
                                Optional.ofNullable(row.getString("disabled_why"))
                                        .map(Webhook.Disabled::valueOf))),
                row.getString("secret"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
