package org.sonnerie.pbx.account;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sonnerie.pbx.config.Digest;
import org.sonnerie.pbx.config.Durability;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that let somebody choose another password: once, within an hour. Thread safe. */
@Component
class ResetLinks {
    static final Duration GOOD_FOR = Duration.ofHours(1);

    private final People people;
    private final Tables tables;
    private final InstantSource clock;
    private final Durability durability;

    ResetLinks(People people, Tables tables, InstantSource clock, Durability durability) {
        this.people = people;
        this.tables = tables;
        this.clock = clock;
        this.durability = durability;
    }

    /** A new link's secret; the one before it works no more. One at a time: each replaces one. */
    synchronized String issue(Account account) {
        String secret = RandomText.secret();
        tables.together(
                account.company(),
                () -> {
                    JdbcClient rows = tables.of(account.company());
                    rows.sql("delete from password_reset where company_id = ? and person_id = ?")
                            .params(account.company().text(), account.id().text())
                            .update();
                    rows.sql(
                                    "insert into password_reset (company_id, person_id, secret_digest,"
                                            + " expires_at) values (?, ?, ?, ?)")
                            .params(
                                    account.company().text(),
                                    account.id().text(),
                                    Digest.of(secret),
                                    clock.instant().plus(GOOD_FOR).atOffset(ZoneOffset.UTC))
                            .update();
                });
        durability.force();
        return secret;
    }

    /** Whose password a link sets; empty: it is unknown, used or too old. */
    Optional<Account> guest(String secret) {
        return tables.across(ProviderWork.INVITATION)
                .sql(
                        "select person_id from password_reset where secret_digest = ? and"
                                + " expires_at > ?")
                .params(Digest.of(secret), clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .flatMap(id -> people.account(new PersonId(id)));
    }

    /** Uses a link up: whose it was; empty: it is not (or no longer) good. */
    Optional<Account> use(String secret) {
        return guest(secret)
                .filter(account ->
                        tables.of(account.company())
                                        .sql("delete from password_reset where secret_digest = ?")
                                        .param(Digest.of(secret))
                                        .update()
                                == 1);
    }
}
