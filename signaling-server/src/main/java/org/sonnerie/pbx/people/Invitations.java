package org.sonnerie.pbx.people;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.sonnerie.pbx.config.Digest;
import org.sonnerie.pbx.config.Durability;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * People choose their passwords themselves, behind a link that works once and for a week. Nobody
 * else ever knows a password, and there is no default one. Thread safe.
 */
@Component
public class Invitations {
    /** How long a link works. */
    public static final Duration GOOD_FOR = Duration.ofDays(7);

    private final People people;
    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final InstantSource clock;
    private final TransactionOperations transaction;
    private final Durability durability;

    Invitations(
            People people,
            JdbcClient jdbc,
            PasswordEncoder encoder,
            InstantSource clock,
            TransactionOperations transaction,
            Durability durability) {
        this.people = people;
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.clock = clock;
        this.transaction = transaction;
        this.durability = durability;
    }

    /**
     * Adds somebody who cannot sign in before he has followed the link.
     *
     * @param account a new one
     * @return the link's secret, shown once
     * @throws UserNameTakenException if somebody has this user name
     */
    public String invite(Account account) {
        String unknown = String.valueOf(encoder.encode(RandomText.secret()));
        return durable(() -> {
            people.add(account, unknown);
            return renew(account.id());
        });
    }

    /**
     * A new link for somebody who lost his, or his password; the one before it works no more. His
     * password stays until he chooses another.
     *
     * @param company whose
     * @param person who
     * @return the link's secret; empty: the company has nobody like that
     */
    public Optional<String> inviteAgain(CompanyId company, PersonId person) {
        return durable(() ->
                people.account(person)
                        .filter(account -> account.company().equals(company))
                        .map(account -> renew(account.id())));
    }

    /**
     * Whose password a link sets.
     *
     * @param secret the link's
     * @return empty: it is unknown, used or too old
     */
    public Optional<Account> guest(String secret) {
        return jdbc.sql(
                        "select person_id from invitation where secret_digest = ? and expires_at >"
                                + " ?")
                .params(Digest.of(secret), clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .flatMap(id -> people.account(new PersonId(id)));
    }

    /**
     * Sets the password; durable on return. The link is used up.
     *
     * @param secret the link's
     * @param password chosen just now
     * @return false: the link is not (or no longer) good
     */
    public boolean accept(String secret, String password) {
        Optional<Account> account = guest(secret);
        if (account.isEmpty()) {
            return false;
        }
        String hash = String.valueOf(encoder.encode(password));
        return durable(() -> {
            boolean mine =
                    jdbc.sql("delete from invitation where secret_digest = ?")
                                    .param(Digest.of(secret))
                                    .update()
                            == 1;
            if (mine) {
                people.changePassword(account.get().id(), hash);
            }
            return mine;
        });
    }

    private String renew(PersonId person) {
        String secret = RandomText.secret();
        jdbc.sql("delete from invitation where person_id = ?").param(person.text()).update();
        jdbc.sql(
                        "insert into invitation (person_id, secret_digest, expires_at)"
                                + " values (?, ?, ?)")
                .params(
                        person.text(),
                        Digest.of(secret),
                        clock.instant().plus(GOOD_FOR).atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    private <T> T durable(Supplier<T> change) {
        T result = transaction.execute(_ -> change.get());
        durability.force();
        return result;
    }
}
