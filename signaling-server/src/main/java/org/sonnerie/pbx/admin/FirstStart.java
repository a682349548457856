package org.sonnerie.pbx.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.config.ReadyNote;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyFacts;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.start.GettingStarted;
import org.sonnerie.pbx.tables.DurableChange;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes the first company and its admin, once, for whoever holds the link that was printed. There
 * is no default password.
 */
@Component
class FirstStart implements ReadyNote {
    private final Companies companies;
    private final People people;
    private final Published published;
    private final PasswordEncoder encoder;
    private final DurableChange changes;
    private final GettingStarted started;
    private Optional<String> token = Optional.empty();

    FirstStart(
            Companies companies,
            People people,
            Published published,
            PasswordEncoder encoder,
            DurableChange changes,
            GettingStarted started) {
        this.companies = companies;
        this.people = people;
        this.published = published;
        this.encoder = encoder;
        this.changes = changes;
        this.started = started;
    }

    @Override
    public synchronized Optional<String> line(String address) {
        if (!people.none()) {
            return Optional.empty();
        }
        String secret = RandomText.secret();
        token = Optional.of(secret);
        return Optional.of("First start: open " + address + "/setup/" + secret + " (good once)");
    }

    /**
     * Whether a link is the one that was printed and is not used yet.
     *
     * @param given its last part
     */
    synchronized boolean isOpen(String given) {
        return token.isPresent()
                && MessageDigest.isEqual(
                        token.get().getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes company and admin; the link is used up.
     *
     * @param given the link's last part
     * @param facts of the company
     * @param admin who looks after it
     * @return false: the link is not (or no longer) good
     */
    synchronized boolean complete(String given, CompanyFacts facts, FirstAdmin admin) {
        if (!isOpen(given)) {
            return false;
        }
        CompanyId company = new CompanyId(RandomText.id());
        PersonId person = new PersonId(RandomText.id());
        String hash = String.valueOf(encoder.encode(admin.password()));
        changes.make(
                company,
                () -> {
                    companies.add(new Company(company, facts.name()));
                    people.add(
                            new Account(
                                    person, company, admin.userName(), admin.name(), Role.ADMIN),
                            hash);
                    started.begin(company);
                    published.publishFirst(company, facts, person, admin.name());
                });
        token = Optional.empty();
        return true;
    }

    /**
     * The first admin.
     *
     * @param name as others see it
     * @param userName for the log-in
     * @param password chosen just now
     */
    record FirstAdmin(String name, String userName, String password) {
        /** Leaves the password out. */
        @Override
        public String toString() {
            return "FirstAdmin[" + userName + "]";
        }
    }
}
