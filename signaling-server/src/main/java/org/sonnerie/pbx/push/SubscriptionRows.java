package org.sonnerie.pbx.push;

import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.sonnerie.pbx.config.Durability;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The browsers that can be woken, in the database. */
@Repository
class SubscriptionRows {
    private final Tables tables;
    private final InstantSource clock;
    private final Durability durability;

    SubscriptionRows(Tables tables, InstantSource clock, Durability durability) {
        this.tables = tables;
        this.clock = clock;
        this.durability = durability;
    }

    /** All, the oldest first. */
    List<Subscription> all() {
        return tables.across(ProviderWork.START)
                .sql(
                        "select company_id, person_id, endpoint, p256dh, auth, language from"
                                + " push_subscription order by added_at")
                .query((row, _) ->
                        new Subscription(
                                new CompanyId(row.getString("company_id")),
                                new PersonId(row.getString("person_id")),
                                URI.create(row.getString("endpoint")),
                                row.getString("p256dh"),
                                row.getString("auth"),
                                row.getString("language")))
                .list();
    }

    /** Adds one; durable on return. One of the same endpoint makes way. */
    void put(Subscription one) {
        tables.across(ProviderWork.BROWSER)
                .sql("delete from push_subscription where endpoint_hash = ?")
                .param(one.hash())
                .update();
        tables.of(one.company())
                .sql(
                        "insert into push_subscription (endpoint_hash, company_id, person_id,"
                                + " endpoint, p256dh, auth, language, added_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(one.hash())
                .param(one.company().text())
                .param(one.person().text())
                .param(one.endpoint().toString())
                .param(one.p256dh())
                .param(one.auth())
                .param(one.language())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        durability.force();
    }

    /** Removes those of a person, with the transaction that runs. */
    void removeAll(CompanyId company, PersonId person) {
        tables.of(company)
                .sql("delete from push_subscription where company_id = ? and person_id = ?")
                .params(company.text(), person.text())
                .update();
    }

    /** Removes one; durable on return. */
    void remove(Subscription one) {
        tables.of(one.company())
                .sql("delete from push_subscription where endpoint_hash = ? and company_id = ?")
                .params(one.hash(), one.company().text())
                .update();
        durability.force();
    }
}
