package org.sonnerie.pbx.security;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.sonnerie.pbx.people.PasswordChosen;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.StoredCredentials;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.DurableChange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks user names and passwords. Takes as long for a name nobody has as for a wrong password, and
 * says the same. Thread safe.
 */
@Component
public class Passwords {
    private static final int LONGEST_PASSWORD = 200;

    /**
     * A hash takes 19 MB and a core for a moment: a storm of log-ins shall not starve the calls.
     */
    private static final int AT_ONCE = 2;

    private final People people;
    private final PasswordEncoder encoder;
    private final InstantSource clock;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;
    private final LogInThrottle throttle = new LogInThrottle();
    private final Semaphore hashing = new Semaphore(AT_ONCE);

    /** What is compared with where there is no user. */
    private final String nobodys;

    Passwords(
            People people,
            PasswordEncoder encoder,
            InstantSource clock,
            DurableChange changes,
            ApplicationEventPublisher events) {
        this.people = people;
        this.encoder = encoder;
        this.clock = clock;
        this.changes = changes;
        this.events = events;
        // Made now: at the first need, that log-in would take longer than one of a known name.
        this.nobodys = String.valueOf(encoder.encode("no such user"));
    }

    /**
     * Checks a user name and its password.
     *
     * @param userName as typed
     * @param password as typed
     * @param address the IP literal it comes from
     * @return what they are worth
     */
    public Checked check(String userName, String password, String address) {
        if (!throttle.allows(userName, address, clock.instant())) {
            return new Checked.TooMany();
        }
        // Whoever has not chosen a password yet is nobody, and it takes as long.
        Optional<StoredCredentials> known =
                people.credentials(userName).filter(StoredCredentials::hasPassword);
        String hash = known.map(StoredCredentials::passwordHash).orElse(nobodys);
        hashing.acquireUninterruptibly();
        try {
            // Again: those who tried at the same moment have failed meanwhile.
            if (!throttle.allows(userName, address, clock.instant())) {
                return new Checked.TooMany();
            }
            boolean right = matches(password, hash);
            if (known.isEmpty() || !right) {
                throttle.failed(userName, address, clock.instant());
                return new Checked.Wrong();
            }
        } finally {
            hashing.release();
        }
        throttle.succeeded(userName, address);
        return new Checked.Right(known.get().account());
    }

    /**
     * Gives somebody another password; durable on return. His sessions are the caller's business.
     *
     * @param person who
     * @param password chosen just now
     */
    public void change(PersonId person, String password) {
        String hash;
        hashing.acquireUninterruptibly();
        try {
            hash = String.valueOf(encoder.encode(password));
        } finally {
            hashing.release();
        }
        people.account(person)
                .ifPresent(account ->
                        changes.make(
                                account.company(),
                                () -> {
                                    people.changePassword(account, hash);
                                    events.publishEvent(new PasswordChosen(account));
                                }));
    }

    private boolean matches(String password, String hash) {
        return password.length() <= LONGEST_PASSWORD && encoder.matches(password, hash);
    }
}
