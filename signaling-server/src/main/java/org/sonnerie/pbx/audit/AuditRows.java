package org.sonnerie.pbx.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The entries in the database. None is ever changed; the oldest can be removed. */
@Repository
class AuditRows {
    private static final String ENTRIES =
            "select entry_number, happened_at, actor_id, actor_name, actor_token, actor_address,"
                    + " action, subject, changes, entry_hash from audit_entry"
                    + " where company_id = ?";

    private final Tables tables;

    AuditRows(Tables tables) {
        this.tables = tables;
    }

    /** The end of a company's chain; until the transaction is over nobody else adds to it. */
    AuditChain.End lockedEnd(CompanyId company) {
        tables.of(company)
                .sql(
                        "merge into audit_end t using (select cast(? as varchar(64)) company) s"
                                + " on (t.company_id = s.company) when not matched then insert"
                                + " (company_id, entry_number, entry_hash)"
                                + " values (s.company, 0, '')")
                .param(company.text())
                .update();
        return tables.of(company)
                .sql(
                        "select entry_number, entry_hash from audit_end where company_id = ?"
                                + " for update")
                .param(company.text())
                .query(AuditRows::end)
                .single();
    }

    /** The end of a company's chain now. */
    AuditChain.End end(CompanyId company) {
        return tables.of(company)
                .sql("select entry_number, entry_hash from audit_end where company_id = ?")
                .param(company.text())
                .query(AuditRows::end)
                .optional()
                .orElse(AuditChain.End.NOTHING);
    }

    private static AuditChain.End end(ResultSet row, int number) throws SQLException {
        return new AuditChain.End(row.getLong("entry_number"), row.getString("entry_hash"));
    }

    /** Adds an entry at the end that was locked. */
    void add(CompanyId company, AuditRow row) {
        Actor actor = row.actor();
        tables.of(company)
                .sql(
                        "insert into audit_entry (company_id, entry_number, happened_at, actor_id,"
                                + " actor_name, actor_token, actor_address, action, subject,"
                                + " changes, entry_hash)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        company.text(),
                        row.number(),
                        row.at().atOffset(ZoneOffset.UTC),
                        actor.person(),
                        actor.name(),
                        actor.token(),
                        actor.address(),
                        row.action(),
                        row.subject(),
                        row.changes(),
                        row.hash())
                .update();
        tables.of(company)
                .sql("update audit_end set entry_number = ?, entry_hash = ? where company_id = ?")
                .params(row.number(), row.hash(), company.text())
                .update();
    }

    /** Removes the oldest, whose end is locked; the chain begins behind them. */
    void remove(CompanyId company, long upTo) {
        tables.of(company)
                .sql("delete from audit_entry where company_id = ? and entry_number <= ?")
                .params(company.text(), upTo)
                .update();
    }

    /** Whether the same person did the same with the same since a moment. */
    boolean since(CompanyId company, Instant from, AuditRow same) {
        return tables.of(company)
                        .sql(
                                "select count(*) from audit_entry where company_id = ?"
                                        + " and happened_at > ? and actor_id = ? and actor_token = ?"
                                        + " and actor_address = ? and action = ? and subject = ?")
                        .params(
                                company.text(),
                                from.atOffset(ZoneOffset.UTC),
                                same.actor().person(),
                                same.actor().token(),
                                same.actor().address(),
                                same.action(),
                                same.subject())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** In the order in which they were written. */
    List<AuditRow> following(CompanyId company, long number, int most) {
        return tables.of(company)
                .sql(ENTRIES + " and entry_number > ? order by company_id, entry_number limit ?")
                .params(company.text(), number, most)
                .query(AuditRows::row)
                .list();
    }

    /** The newest first, below a number. */
    List<AuditRow> before(CompanyId company, AuditFilter wanted, long number, int most) {
        StringBuilder sql = new StringBuilder(ENTRIES).append(" and entry_number < ?");
        List<Object> values = new ArrayList<>(List.of(company.text(), number));
        wanted.from()
                .ifPresent(from -> {
                    sql.append(" and happened_at >= ?");
                    values.add(from.atOffset(ZoneOffset.UTC));
                });
        wanted.to()
                .ifPresent(to -> {
                    sql.append(" and happened_at < ?");
                    values.add(to.atOffset(ZoneOffset.UTC));
                });
        wanted.person()
                .ifPresent(person -> {
                    sql.append(" and actor_id = ?");
                    values.add(person);
                });
        wanted.kind()
                .ifPresent(kind -> {
                    List<String> actions = actions(kind);
                    sql.append(" and action in (")
                            .append(String.join(", ", actions.stream().map(_ -> "?").toList()))
                            .append(')');
                    values.addAll(actions);
                });
        sql.append(" order by company_id desc, entry_number desc limit ?");
        values.add(most);
        return tables.of(company).sql(sql.toString()).params(values).query(AuditRows::row).list();
    }

    static List<String> actions(AuditKind kind) {
        return Arrays.stream(AuditAction.values())
                .filter(action -> action.kind() == kind)
                .map(Enum::name)
                .toList();
    }

    private static AuditRow row(ResultSet row, int number) throws SQLException {
        return new AuditRow(
                row.getLong("entry_number"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                new Actor(
                        row.getString("actor_id"),
                        row.getString("actor_name"),
                        row.getString("actor_token"),
                        row.getString("actor_address")),
                row.getString("action"),
                row.getString("subject"),
                row.getString("changes"),
                row.getString("entry_hash"));
    }
}
