package org.sonnerie.pbx.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.DurableChange;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The people who may sign in. Thread safe. */
@Component
public class People {
    private static final String COLUMNS =
            "select id, company_id, user_name, display_name, role, password_hash from person ";

    private final Tables tables;
    private final InstantSource clock;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;
    private final CompanyTerms terms;

    People(
            Tables tables,
            InstantSource clock,
            DurableChange changes,
            ApplicationEventPublisher events,
            CompanyTerms terms) {
        this.tables = tables;
        this.clock = clock;
        this.changes = changes;
        this.events = events;
        this.terms = terms;
    }

    /**
     * The people of a company.
     *
     * @param company whose
     * @return in the order of their names
     */
    public List<Account> of(CompanyId company) {
        return tables.of(company)
                .sql(COLUMNS + "where company_id = ? order by display_name, id")
                .param(company.text())
                .query(People::account)
                .list();
    }

    /**
     * What a log-in is checked against; the one question that is asked before the company is known.
     *
     * @param userName as typed
     * @return empty if nobody has this name
     */
    public Optional<StoredCredentials> credentials(String userName) {
        return tables.across(ProviderWork.LOG_IN)
                .sql(COLUMNS + "where user_name_low = ?")
                .param(low(userName))
                .query((row, number) ->
                        new StoredCredentials(account(row, number), row.getString("password_hash")))
                .optional();
    }

    /**
     * Which user names somebody has already, in whatever company.
     *
     * @param userNames as typed
     * @return those, in small letters
     */
    public Set<String> taken(Collection<String> userNames) {
        Set<String> asked = userNames.stream().map(People::low).collect(Collectors.toSet());
        Set<String> all =
                new HashSet<>(
                        tables.across(ProviderWork.LOG_IN)
                                .sql("select user_name_low from person")
                                .query((row, _) -> row.getString(1))
                                .list());
        asked.retainAll(all);
        return asked;
    }

    /**
     * One person.
     *
     * @param id who
     * @return empty if there is nobody like that
     */
    public Optional<Account> account(PersonId id) {
        return tables.across(ProviderWork.INVITATION)
                .sql(COLUMNS + "where id = ?")
                .param(id.text())
                .query(People::account)
                .optional();
    }

    /**
     * One person of a company.
     *
     * @param company whose
     * @param id as it was typed or sent
     * @return empty if the company has nobody like that, the provider's people apart
     */
    public Optional<Account> account(CompanyId company, String id) {
        return tables.of(company)
                .sql(COLUMNS + "where company_id = ? and id = ?")
                .params(company.text(), id)
                .query(People::account)
                .optional()
                .filter(account -> account.role().isOfCompany());
    }

    /**
     * How many people each company has; providers are nobody's.
     *
     * @return companies that have none are missing
     */
    public Map<CompanyId, Integer> counts() {
        Map<CompanyId, Integer> counts = new HashMap<>();
        tables.across(ProviderWork.COMPANIES)
                .sql(
                        "select company_id, count(*) from person where role <> 'PROVIDER'"
                                + " group by company_id")
                .query((row, _) -> counts.put(new CompanyId(row.getString(1)), row.getInt(2)))
                .list();
        return counts;
    }

    /**
     * Whether nobody can sign in yet.
     *
     * @return true before the first start is completed
     */
    public boolean none() {
        return tables.across(ProviderWork.START)
                        .sql("select count(*) from person")
                        .query(Long.class)
                        .single()
                == 0;
    }

    /**
     * Adds a person.
     *
     * @param account a new one
     * @param passwordHash argon2id, with its parameters and salt
     * @throws UserNameTakenException if somebody has this user name
     * @throws CompanyFullException if the company has as many people as it may have
     */
    public void add(Account account, String passwordHash) {
        tables.together(
                account.company(),
                () -> {
                    demandRoom(account);
                    insert(account, passwordHash);
                });
    }

    /**
     * How many more people a company can have.
     *
     * @param company which
     * @return 0 or more
     */
    public int room(CompanyId company) {
        OptionalInt most = terms.of(company).limits().people();
        return most.isEmpty() ? Integer.MAX_VALUE : Math.max(0, most.getAsInt() - count(company));
    }

    /**
     * How many people a company has; providers are nobody's.
     *
     * @param company which
     * @return 0 or more
     */
    public int count(CompanyId company) {
        return tables.of(company)
                .sql("select count(*) from person where company_id = ? and role <> 'PROVIDER'")
                .param(company.text())
                .query(Integer.class)
                .single();
    }

    /** Two who add the last one at the same moment wait for each other. */
    private void demandRoom(Account account) {
        if (account.role() == Role.PROVIDER
                || terms.of(account.company()).limits().people().isEmpty()) {
            return;
        }
        tables.of(account.company())
                // Holds the row without its key, which rows of other transactions refer to.
                .sql("update company set most_people = most_people where id = ?")
                .param(account.company().text())
                .update();
        if (room(account.company()) == 0) {
            throw new CompanyFullException();
        }
    }

    private void insert(Account account, String passwordHash) {
        try {
            tables.of(account.company())
                    .sql(
                            "insert into person (id, company_id, user_name, user_name_low,"
                                    + " display_name, role, password_hash, created_at)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            account.id().text(),
                            account.company().text(),
                            account.userName(),
                            low(account.userName()),
                            account.displayName(),
                            account.role().name(),
                            passwordHash,
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new UserNameTakenException(e);
        }
    }

    /**
     * Changes how a person is called and what he may do; his user name stays. Durable on return.
     *
     * @param account as it shall be
     */
    public void change(Account account) {
        changes.make(
                account.company(),
                () ->
                        of(account.company()).stream()
                                .filter(one -> one.id().equals(account.id()))
                                .filter(before -> !before.equals(account))
                                .findFirst()
                                .ifPresent(before -> {
                                    update(account);
                                    events.publishEvent(new PersonChanged(before, account));
                                }));
    }

    /**
     * Deletes an account, with all that is kept for this person alone; durable on return.
     *
     * @param account who
     */
    public void remove(Account account) {
        changes.make(
                account.company(),
                () -> {
                    events.publishEvent(new PersonRemoved(account));
                    String id = account.id().text();
                    tables.of(account.company())
                            .sql("delete from invitation where person_id = ?")
                            .param(id)
                            .update();
                    tables.of(account.company())
                            .sql("delete from person where id = ? and company_id = ?")
                            .params(id, account.company().text())
                            .update();
                });
    }

    private void update(Account account) {
        tables.of(account.company())
                .sql("update person set display_name = ?, role = ? where id = ? and company_id = ?")
                .params(
                        account.displayName(),
                        account.role().name(),
                        account.id().text(),
                        account.company().text())
                .update();
    }

    /**
     * Whoever had the old password can no longer sign in with it.
     *
     * @param account whose
     * @param passwordHash argon2id, with its parameters and salt
     */
    public void changePassword(Account account, String passwordHash) {
        tables.of(account.company())
                .sql("update person set password_hash = ? where id = ?")
                .params(passwordHash, account.id().text())
                .update();
    }

    private static String low(String userName) {
        return userName.strip().toLowerCase(Locale.ROOT);
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new PersonId(row.getString("id")),
                new CompanyId(row.getString("company_id")),
                row.getString("user_name"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")));
    }
}
