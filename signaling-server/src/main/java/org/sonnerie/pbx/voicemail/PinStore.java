package org.sonnerie.pbx.voicemail;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.PersonRemoved;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.MailboxPins;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The PINs in the database, hashed as passwords are. Thread safe. */
@Component
class PinStore implements MailboxPins {
    private static final Logger LOG = LoggerFactory.getLogger(PinStore.class);

    /** A hash takes 19 MB and a core for a moment: whoever guesses shall not starve the calls. */
    private static final int AT_ONCE = 2;

    private final Tables tables;
    private final PasswordEncoder encoder;
    private final InstantSource clock;
    private final Semaphore hashing = new Semaphore(AT_ONCE);

    PinStore(Tables tables, PasswordEncoder encoder, InstantSource clock) {
        this.tables = tables;
        this.encoder = encoder;
        this.clock = clock;
    }

    boolean isSet(CompanyId company, PersonId person) {
        return hash(company, person).isPresent();
    }

    void set(CompanyId company, PersonId person, String pin) {
        String hash = String.valueOf(hashed(pin));
        tables.together(
                company,
                () -> {
                    tables.of(company)
                            .sql("delete from voicemail_pin where person_id = ?")
                            .param(person.text())
                            .update();
                    tables.of(company)
                            .sql(
                                    "insert into voicemail_pin (person_id, company_id, pin_hash, set_at)"
                                            + " values (?, ?, ?, ?)")
                            .params(
                                    person.text(),
                                    company.text(),
                                    hash,
                                    clock.instant().atOffset(ZoneOffset.UTC))
                            .update();
                });
    }

    @EventListener
    void forget(PersonRemoved event) {
        Account account = event.account();
        tables.of(account.company())
                .sql("delete from voicemail_pin where person_id = ?")
                .param(account.id().text())
                .update();
    }

    private String hashed(String pin) {
        hashing.acquireUninterruptibly();
        try {
            return String.valueOf(encoder.encode(pin));
        } finally {
            hashing.release();
        }
    }

    private Optional<String> hash(CompanyId company, PersonId person) {
        return tables.of(company)
                .sql("select pin_hash from voicemail_pin where person_id = ?")
                .param(person.text())
                .query(String.class)
                .optional();
    }

    @Override
    public boolean matches(CompanyId company, Optional<PersonId> person, String typed) {
        try {
            Optional<String> hash = person.flatMap(who -> hash(company, who));
            if (hash.isEmpty()) {
                // As long as a comparison takes: nobody shall learn which mailboxes have a PIN.
                hashed(typed);
                return false;
            }
            hashing.acquireUninterruptibly();
            try {
                return encoder.matches(typed, hash.get());
            } finally {
                hashing.release();
            }
        } catch (DataAccessException away) {
            LOG.warn("no PIN can be compared: {}", away.getClass().getSimpleName());
            return false;
        }
    }
}
