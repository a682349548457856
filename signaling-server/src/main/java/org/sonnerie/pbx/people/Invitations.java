package org.sonnerie.pbx.people;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sonnerie.pbx.config.Digest;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.DurableChange;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * People choose their passwords themselves, behind a link that works once and for a week. Nobody
 * else ever knows a password, and there is no default one. Thread safe.
 */
@Component
public class Invitations {
    /** How long a link works. */
    public static final Duration GOOD_FOR = Duration.ofDays(7);

    private final People people;
    private final Tables tables;
    private final PasswordEncoder encoder;
    private final InstantSource clock;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;

    Invitations(
            People people,
            Tables tables,
            PasswordEncoder encoder,
            InstantSource clock,
            DurableChange changes,
            ApplicationEventPublisher events) {
        this.people = people;
        this.tables = tables;
        this.encoder = encoder;
        this.clock = clock;
        this.changes = changes;
        this.events = events;
    }

    /**
     * Adds somebody who cannot sign in before he has followed the link.
     *
     * @param account a new one
     * @return the link's secret, shown once
     * @throws UserNameTakenException if somebody has this user name
     * @throws CompanyFullException if the company has as many people as it may have
     */
    public String invite(Account account) {
        return changes.make(
                account.company(),
                () -> {
                    people.add(account, StoredCredentials.NONE_YET);
                    events.publishEvent(new PersonInvited(account, false));
                    return renew(account);
                });
    }

    /**
     * Adds many people of one company at once: all, or none.
     *
     * @param company theirs
     * @param accounts new ones
     * @return each one's link's secret, shown once
     * @throws UserNameTakenException if somebody has one of the user names
     * @throws CompanyFullException if the company would have more people than it may have
     */
    public Map<PersonId, String> inviteAll(CompanyId company, List<Account> accounts) {
        return changes.make(
                company,
                () -> {
                    Map<PersonId, String> secrets = new LinkedHashMap<>();
                    for (Account account : accounts) {
                        people.add(account, StoredCredentials.NONE_YET);
                        events.publishEvent(new PersonInvited(account, false));
                        secrets.put(account.id(), renew(account));
                    }
                    return secrets;
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
        return people.account(person)
                .filter(account -> account.company().equals(company))
                .map(account ->
                        changes.make(
                                company,
                                () -> {
                                    events.publishEvent(new PersonInvited(account, true));
                                    return renew(account);
                                }));
    }

    /**
     * Who has no password yet, and no link that came by mail and still works.
     *
     * @param company whose people
     * @return in the order of their names
     */
    public List<Account> toWriteTo(CompanyId company) {
        Set<PersonId> waiting =
                new HashSet<>(
                        tables.of(company)
                                .sql(
                                        "select id from person where company_id = ? and"
                                                + " password_hash = ? and not exists (select 1 from"
                                                + " invitation where person_id = person.id and"
                                                + " mailed_at is not null and expires_at > ?)")
                                .params(
                                        company.text(),
                                        StoredCredentials.NONE_YET,
                                        clock.instant().atOffset(ZoneOffset.UTC))
                                .query((row, _) -> new PersonId(row.getString(1)))
                                .list());
        return people.of(company).stream()
                .filter(account -> account.role().isOfCompany())
                .filter(account -> waiting.contains(account.id()))
                .toList();
    }

    /**
     * The mail server has taken the mail with somebody's newest link; durable on return.
     *
     * @param account to whom
     */
    public void mailed(Account account) {
        changes.make(
                account.company(),
                () -> {
                    int ignored =
                            tables.of(account.company())
                                    .sql("update invitation set mailed_at = ? where person_id = ?")
                                    .params(
                                            clock.instant().atOffset(ZoneOffset.UTC),
                                            account.id().text())
                                    .update();
                    events.publishEvent(new InvitationMailed(account));
                });
    }

    /**
     * Whose password a link sets.
     *
     * @param secret the link's
     * @return empty: it is unknown, used or too old
     */
    public Optional<Account> guest(String secret) {
        return tables.across(ProviderWork.INVITATION)
                .sql(
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
        return changes.make(
                account.get().company(),
                () -> {
                    boolean mine =
                            tables.of(account.get().company())
                                            .sql("delete from invitation where secret_digest = ?")
                                            .param(Digest.of(secret))
                                            .update()
                                    == 1;
                    if (mine) {
                        people.changePassword(account.get(), hash);
                        events.publishEvent(new PasswordChosen(account.get()));
                    }
                    return mine;
                });
    }

    private String renew(Account account) {
        String secret = RandomText.secret();
        tables.of(account.company())
                .sql("delete from invitation where person_id = ?")
                .param(account.id().text())
                .update();
        tables.of(account.company())
                .sql(
                        "insert into invitation (person_id, secret_digest, expires_at)"
                                + " values (?, ?, ?)")
                .params(
                        account.id().text(),
                        Digest.of(secret),
                        clock.instant().plus(GOOD_FOR).atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }
}
