package org.sonnerie.pbx.secondfactor;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.Durability;
import org.sonnerie.pbx.config.Seal;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.secondfactor.SecondFactorChanged.What;
import org.sonnerie.pbx.tables.DurableChange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** People's second factors. What is changed is durable on return. Thread safe. */
@Component
public class SecondFactors {
    /** The file in the data folder that the secrets are sealed with. */
    static final String KEY_FILE = "second-factors.key";

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactors.class);

    private final SecondFactorRows rows;
    private final Seal seal;
    private final InstantSource clock;
    private final DurableChange changes;
    private final Durability durability;
    private final ApplicationEventPublisher events;
    private final CodeThrottle throttle = new CodeThrottle();
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            SecondFactorRows rows,
            SecondFactorSeal seal,
            InstantSource clock,
            DurableChange changes,
            Durability durability,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.seal = seal.seal();
        this.clock = clock;
        this.changes = changes;
        this.durability = durability;
        this.events = events;
    }

    /**
     * Whether somebody needs it to sign in.
     *
     * @param company whose
     * @param person who
     * @return true: it was switched on and confirmed
     */
    public boolean isOn(CompanyId company, PersonId person) {
        return rows.find(company, person).filter(SecondFactorRows.Row::confirmed).isPresent();
    }

    /**
     * Begins to switch it on: a new secret, in place of one that was never confirmed.
     *
     * @param company whose
     * @param person who
     * @return empty: it is on
     */
    public Optional<Enrolment> begin(CompanyId company, PersonId person) {
        if (isOn(company, person)) {
            return Optional.empty();
        }
        byte[] octets = new byte[Totp.SECRET_OCTETS];
        random.nextBytes(octets);
        Enrolment made = new Enrolment(Base32.write(octets));
        String sealed = seal.close(made.secret(), place(company, person));
        changes.make(
                company,
                () -> {
                    rows.remove(company, person);
                    rows.add(company, person, sealed);
                });
        return Optional.of(made);
    }

    /**
     * What was begun.
     *
     * @param company whose
     * @param person who
     * @return empty: nothing, or it is on
     */
    public Optional<Enrolment> begun(CompanyId company, PersonId person) {
        return rows.find(company, person)
                .filter(row -> !row.confirmed())
                .flatMap(row -> secret(company, person, row))
                .map(Enrolment::new);
    }

    /**
     * It counts from now on, if the app makes the right codes. The code is used up.
     *
     * @param company whose
     * @param person who
     * @param code 6 digits, as the app shows them
     * @return the recovery codes, told this once; empty: the code is wrong, or nothing was begun
     */
    public Optional<List<String>> confirm(CompanyId company, PersonId person, String code) {
        OptionalLong step =
                begun(company, person)
                        .map(one -> matching(one.secret(), code))
                        .orElseGet(OptionalLong::empty);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        List<String> codes = RecoveryCodes.made(random);
        boolean confirmed =
                changes.make(
                        company,
                        () -> {
                            boolean mine = rows.confirm(company, person, step.getAsLong());
                            if (mine) {
                                rows.putCodes(company, person, codes);
                                tell(company, person, What.ON);
                            }
                            return mine;
                        });
        if (!confirmed) {
            return Optional.empty();
        }
        LOG.info("person={} has a second factor now", person);
        return Optional.of(codes);
    }

    /**
     * Checks what was typed at the log-in: the app's code, or a recovery code. Either is used up.
     *
     * @param company whose
     * @param person who
     * @param typed as it is
     * @return what it is worth
     */
    public Verdict check(CompanyId company, PersonId person, String typed) {
        if (!throttle.tries(person, clock.instant())) {
            return Verdict.TOO_MANY;
        }
        if (!accepts(company, person, typed)) {
            return Verdict.WRONG;
        }
        throttle.succeeded(person);
        return Verdict.RIGHT;
    }

    private boolean accepts(CompanyId company, PersonId person, String typed) {
        Optional<SecondFactorRows.Row> row =
                rows.find(company, person).filter(SecondFactorRows.Row::confirmed);
        if (row.isEmpty()) {
            return false;
        }
        OptionalLong step =
                secret(company, person, row.get())
                        .map(secret -> matching(secret, typed))
                        .orElseGet(OptionalLong::empty);
        if (step.isPresent()) {
            return rows.use(company, person, step.getAsLong());
        }
        boolean recovered = rows.useCode(company, person, typed);
        if (recovered) {
            durability.force();
            LOG.info("person={} used a recovery code", person);
        }
        return recovered;
    }

    private OptionalLong matching(String secret, String typed) {
        return Totp.matching(Base32.read(secret), RecoveryCodes.plain(typed), clock.instant());
    }

    /**
     * New recovery codes; those before work no more.
     *
     * @param company whose
     * @param person who
     * @return told this once; empty: it is not on
     */
    public Optional<List<String>> renewCodes(CompanyId company, PersonId person) {
        if (!isOn(company, person)) {
            return Optional.empty();
        }
        List<String> codes = RecoveryCodes.made(random);
        changes.make(
                company,
                () -> {
                    rows.putCodes(company, person, codes);
                    tell(company, person, What.CODES_MADE);
                });
        return Optional.of(codes);
    }

    /**
     * How many recovery codes were not used yet.
     *
     * @param company whose
     * @param person who
     * @return 0 to 10
     */
    public int codesLeft(CompanyId company, PersonId person) {
        return rows.codes(company, person);
    }

    /**
     * Takes it away: the password is enough again. For the person himself, and for an admin whose
     * colleague has lost his telephone and his recovery codes.
     *
     * @param company whose
     * @param person who
     * @return false: the company's person has none
     */
    public boolean reset(CompanyId company, PersonId person) {
        boolean had =
                changes.make(
                        company,
                        () -> {
                            if (isOn(company, person)) {
                                tell(company, person, What.OFF);
                            }
                            return rows.remove(company, person);
                        });
        if (had) {
            throttle.succeeded(person);
            LOG.info("person={} has no second factor any more", person);
        }
        return had;
    }

    private Optional<String> secret(CompanyId company, PersonId person, SecondFactorRows.Row row) {
        Optional<String> opened = seal.open(row.sealed(), place(company, person));
        if (opened.isEmpty()) {
            LOG.error(
                    "person={}: the second factor cannot be read with {} of this data folder;"
                            + " reset it",
                    person,
                    KEY_FILE);
        }
        return opened;
    }

    private void tell(CompanyId company, PersonId person, What what) {
        events.publishEvent(new SecondFactorChanged(company, person, what));
    }

    /** What a secret is bound to: moved to another person's row it cannot be opened. */
    private static String place(CompanyId company, PersonId person) {
        return company.text() + "/" + person.text();
    }
}
