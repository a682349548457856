package org.sonnerie.pbx.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.Invitations;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.DurableChange;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How long a log-in takes does not tell who exists: as many hashes are made for a name that there
 * is, for one that there is not, and for one without a password. Counted, not timed.
 */
class EnumerationIT {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
        server.bean(Invitations.class)
                .invite(
                        new Account(
                                new PersonId("invited"),
                                new CompanyId("boulangerie-martin"),
                                "invited",
                                "Invited",
                                Role.EMPLOYEE));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Counts what takes long. */
    private record Counting(PasswordEncoder real, AtomicInteger hashes) implements PasswordEncoder {
        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            hashes.incrementAndGet();
            return real.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            hashes.incrementAndGet();
            return real.matches(password, hash);
        }
    }

    @ParameterizedTest
    @CsvSource({"alice", "ALICE", "nobody-of-this-name", "invited", "x' OR '1'='1"})
    void oneHashIsMadeWhoeverTries(String name) {
        AtomicInteger hashes = new AtomicInteger();
        Passwords passwords =
                new Passwords(
                        server.bean(People.class),
                        new Counting(server.bean(PasswordEncoder.class), hashes),
                        InstantSource.system(),
                        server.bean(DurableChange.class),
                        event -> {
                            throw new AssertionError("nothing is to be told: " + event);
                        });
        hashes.set(0);

        for (int time = 1; time <= 3; time++) {
            assertThat(passwords.check(name, "not the password", "192.0.2.1"))
                    .isInstanceOf(Checked.Wrong.class);
            assertThat(hashes).hasValue(time);
        }
    }

    @ParameterizedTest
    @CsvSource({"alice", "nobody-of-this-name"})
    void aPasswordTooLongToBeOneCostsNoneEither(String name) {
        AtomicInteger hashes = new AtomicInteger();
        Passwords passwords =
                new Passwords(
                        server.bean(People.class),
                        new Counting(server.bean(PasswordEncoder.class), hashes),
                        InstantSource.system(),
                        server.bean(DurableChange.class),
                        _ -> {});
        hashes.set(0);

        assertThat(passwords.check(name, "x".repeat(201), "192.0.2.1"))
                .isInstanceOf(Checked.Wrong.class);
        assertThat(hashes).hasValue(0);
    }
}
