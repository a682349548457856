package org.sonnerie.pbx.reach;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.config.Durability;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.PersonRemoved;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;

/** What people set, in the database; rows are only added, and emptied when a person goes. */
@Repository
class ReachRows {
    private final Tables tables;
    private final InstantSource clock;
    private final Durability durability;

    ReachRows(Tables tables, InstantSource clock, Durability durability) {
        this.tables = tables;
        this.clock = clock;
        this.durability = durability;
    }

    /**
     * One change.
     *
     * @param revision 1 for the first of the company
     * @param person whose
     * @param body what he set; empty: what the company's plan says
     * @param blocked whom he has blocked; empty: nobody
     */
    record Row(long revision, PersonId person, Optional<String> body, Optional<String> blocked) {}

    /** The companies in which somebody ever changed something. */
    List<CompanyId> companies() {
        return tables.across(ProviderWork.START)
                .sql("select distinct company_id from own_reach order by company_id")
                .query((row, _) -> new CompanyId(row.getString(1)))
                .list();
    }

    /** The last change of each person up to a revision, oldest first. */
    List<Row> upTo(CompanyId company, long revision) {
        return tables.of(company)
                .sql(
                        "select r.revision, r.person_id, r.body, r.blocked from own_reach r join (select"
                                + " person_id, max(revision) as newest from own_reach where"
                                + " company_id = ? and revision <= ? group by person_id) n"
                                + " on n.person_id = r.person_id and n.newest = r.revision"
                                + " where r.company_id = ? order by r.revision")
                .params(company.text(), revision, company.text())
                .query((row, _) ->
                        new Row(
                                row.getLong("revision"),
                                new PersonId(row.getString("person_id")),
                                Optional.ofNullable(row.getString("body")),
                                Optional.ofNullable(row.getString("blocked"))))
                .list();
    }

    /** The revisions stay, empty: calls that are kept name theirs, and none is given twice. */
    @EventListener
    void forget(PersonRemoved event) {
        Account account = event.account();
        tables.of(account.company())
                .sql(
                        "update own_reach set body = null, blocked = null where company_id = ? and"
                                + " person_id = ?")
                .params(account.company().text(), account.id().text())
                .update();
    }

    /** Adds a change; durable on return. */
    void add(CompanyId company, Row row) {
        tables.of(company)
                .sql(
                        "insert into own_reach (company_id, revision, person_id, changed_at, body,"
                                + " blocked) values (?, ?, ?, ?, ?, ?)")
                .param(company.text())
                .param(row.revision())
                .param(row.person().text())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(row.body().orElse(null))
                .param(row.blocked().orElse(null))
                .update();
        durability.force();
    }
}
