package org.sonnerie.pbx.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.config.KeyRing;
import org.sonnerie.pbx.config.Seal;
import org.sonnerie.pbx.fake.AfterEachDatabase;
import org.sonnerie.pbx.fake.BeforeEachDatabase;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.Program;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.TrunkId;
import org.sonnerie.pbx.secondfactor.Enrolment;
import org.sonnerie.pbx.secondfactor.SecondFactors;
import org.sonnerie.pbx.trunkaccounts.TrunkAccounts;
import org.sonnerie.pbx.trunkaccounts.TrunkSecret;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys are changed while the secrets they seal go on to be used. */
@BothDatabases("SealedRows")
class SealRotationIT {
    private static final CompanyId COMPANY = new CompanyId("boulangerie-martin");
    private static final TrunkId ONE = new TrunkId("line-one");
    private static final TrunkId TWO = new TrunkId("line-two");
    private static final String KEYS = "/provider/keys";
    private static final String TRUNKS_FILE = "trunk-secrets.key";
    private static final String FACTORS_FILE = "second-factors.key";
    private static final int KEY_OCTETS = 32;
    private static final List<String> FILES =
            List.of(
                    TRUNKS_FILE,
                    FACTORS_FILE,
                    "webhook-secrets.key",
                    "kept-answers.key",
                    "sign-on-secrets.key",
                    "sound-keys.key",
                    "audit-log.key");

    private static RunningServer server;

    @BeforeEachDatabase
    static void start() {
        server = RunningServer.demo();
    }

    @AfterEachDatabase
    static void stop() {
        server.close();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in a minute").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static SealState state(String name) {
        return server.bean(SealRotation.class).states().stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PersonId person() {
        return server.bean(People.class).of(COMPANY).getFirst().id();
    }

    private static Optional<String> password(TrunkId trunk) {
        return server.bean(TrunkAccounts.class).secret(COMPANY, trunk).map(TrunkSecret::text);
    }

    private static Optional<String> factor() {
        return server.bean(SecondFactors.class).begun(COMPANY, person()).map(Enrolment::secret);
    }

    private static void setPasswords() {
        server.bean(TrunkAccounts.class).set(COMPANY, ONE, new TrunkSecret("first-7Q"));
        server.bean(TrunkAccounts.class).set(COMPANY, TWO, new TrunkSecret("second-8Q"));
    }

    private static String sealed(JdbcClient rows, TrunkId trunk) {
        return rows.sql("select sealed from trunk_secret where trunk_id = ?")
                .param(trunk.text())
                .query(String.class)
                .single();
    }

    private static void seal(JdbcClient rows, TrunkId trunk, String sealed) {
        rows.sql("update trunk_secret set sealed = ? where trunk_id = ?")
                .params(sealed, trunk.text())
                .update();
    }

    private static List<String> audited(JdbcClient rows) {
        return rows.sql(
                        "select action from audit_entry where action like 'SEAL_KEYS%'"
                                + " order by entry_number")
                .query((found, _) -> found.getString("action"))
                .list();
    }

    private static long octets(String file) {
        try {
            return Files.size(server.data().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> press(Browser provider, String button) {
        provider.submit(KEYS, KEYS + "/" + button, Map.of());
        return provider.get(KEYS);
    }

    @Test
    void withNewKeysAloneEverythingOpensThatTheOldOnesSealed() {
        setPasswords();
        String secret =
                server.bean(SecondFactors.class).begin(COMPANY, person()).orElseThrow().secret();
        Browser admin = Browser.signedIn(server, "admin");
        Program program = Program.of(server, admin, "CRM", "people:read", "people:write");
        Map<String, String> once = Map.of("Idempotency-Key", "once");
        String dora = "{\"userName\":\"dora\",\"name\":\"Dora\"}";
        String answer = program.ask("POST", "/api/v1/people", dora, once).body();
        JdbcClient rows = TestDatabase.outside(server.data());
        // As it was sealed before keys had names.
        seal(rows, TWO, sealed(rows, TWO).replaceFirst("^2\\.[0-9a-f]{8}\\.", "1."));
        String before = sealed(rows, ONE);
        Browser provider = Browser.signedIn(server, "provider");

        assertThat(press(provider, "renew").body()).contains("There are new keys");
        assertThat(FILES).allMatch(file -> octets(file) == 2 * KEY_OCTETS);
        await(() ->
                server.bean(SealRotation.class).states().stream()
                        .allMatch(state -> state.done() == state.all()));
        assertThat(press(provider, "drop").body()).contains("The old keys are gone");

        assertThat(FILES).allMatch(file -> octets(file) == KEY_OCTETS);
        assertThat(sealed(rows, ONE)).isNotEqualTo(before);
        assertThat(new Seal(KeyRing.of(server.data().resolve(TRUNKS_FILE))).keys().hasOlder())
                .isFalse();
        assertThat(password(ONE)).contains("first-7Q");
        assertThat(password(TWO)).contains("second-8Q");
        assertThat(factor()).contains(secret);
        HttpResponse<String> again = program.ask("POST", "/api/v1/people", dora, once);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(again.body()).isEqualTo(answer);
        assertThat(audited(rows)).endsWith("SEAL_KEYS_MADE", "SEAL_KEYS_DROPPED");
    }

    /** A kill leaves two keys in a file, and some texts sealed anew. */
    @Test
    void whatWasInterruptedGoesOnAndWhatNoKeyOpensIsSaid() throws IOException {
        setPasswords();
        server.bean(SecondFactors.class).begin(COMPANY, person());
        server.stop();
        Path file = server.data().resolve(TRUNKS_FILE);
        KeyRing keys = KeyRing.of(file);
        keys.renew();
        Seal seal = new Seal(keys);
        String place = COMPANY.text() + "/" + ONE.text();
        JdbcClient rows = TestDatabase.outside(server.data());
        String half = seal.close(seal.open(sealed(rows, ONE), place).orElseThrow(), place);
        seal(rows, ONE, half);
        Files.delete(server.data().resolve(FACTORS_FILE));

        server = RunningServer.startIn(server.data(), "--sonnerie.demo=true");

        await(() -> state("second-factors").lost() == 1);
        await(() -> state("trunks").done() == state("trunks").all());
        assertThat(sealed(TestDatabase.outside(server.data()), ONE)).isEqualTo(half);
        Browser provider = Browser.signedIn(server, "provider");
        assertThat(provider.get(KEYS).body())
                .contains("Second factors: 1 cannot be opened")
                .contains(FACTORS_FILE);
        assertThat(press(provider, "drop").body()).contains("The old keys are gone");
        assertThat(octets(TRUNKS_FILE)).isEqualTo(KEY_OCTETS);
        assertThat(password(ONE)).contains("first-7Q");
        assertThat(password(TWO)).contains("second-8Q");
        assertThat(factor()).isEmpty();
    }
}
