package org.sonnerie.pbx.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sonnerie.pbx.audit.AuditLog;
import org.sonnerie.pbx.audit.ChainState;
import org.sonnerie.pbx.fake.AfterEachDatabase;
import org.sonnerie.pbx.fake.BeforeEachDatabase;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.fake.TestDatabase.Kind;
import org.sonnerie.pbx.fake.TestPostgres;
import org.sonnerie.pbx.trunkaccounts.TrunkAccounts;
import org.sonnerie.pbx.trunkaccounts.TrunkSecret;

/** What a server keeps is in its backup, and is there again in another one, on either database. */
@BothDatabases("Snapshots")
class BackupIT {
    private static BackedUp backup;

    @BeforeEachDatabase
    static void backUp() throws IOException {
        backup = new BackedUp();
    }

    @AfterEachDatabase
    static void stop() throws IOException {
        backup.close();
        Files.deleteIfExists(backup.file);
    }

    /** A new server on a database of its own that takes up a backup. */
    private record Restored(RunningServer server, Optional<String> url) implements AutoCloseable {
        static Restored on(Kind kind, Path from, String... more) {
            Kind was = TestDatabase.used();
            TestDatabase.use(Kind.H2);
            try {
                Optional<String> url =
                        kind == Kind.H2
                                ? Optional.empty()
                                : Optional.of(TestPostgres.running().empty());
                List<String> args = new ArrayList<>(List.of("--sonnerie.restore.file=" + from));
                args.addAll(List.of(more));
                url.map(TestPostgres::options).ifPresent(args::addAll);
                return new Restored(
                        RunningServer.startIn(BackedUp.newFolder(), args.toArray(String[]::new)),
                        url);
            } finally {
                TestDatabase.use(was);
            }
        }

        @Override
        public void close() {
            server.close();
            url.ifPresent(TestPostgres.running()::drop);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void allIsThereAgainOnEitherDatabase(Kind other) throws IOException {
        try (Restored restored =
                Restored.on(
                        other,
                        backup.file,
                        "--sonnerie.restore.passphrase=" + BackedUp.PASSPHRASE)) {
            RunningServer again = restored.server();

            Browser alice = Browser.signedIn(again, "alice");
            assertThat(alice.get("/phone/voicemail").body())
                    .contains("\"m-kept\"", "\"m-being-left\"", "+33612345678");
            assertThat(BackedUp.history(again)).contains("c-past").isEqualTo(backup.before);
            assertThat(again.bean(TrunkAccounts.class).secret(BackedUp.MARTIN, BackedUp.TRUNK))
                    .contains(new TrunkSecret("carrier's secret"));
            for (String sound : List.of(BackedUp.MESSAGE, BackedUp.RECORDING)) {
                assertThat(again.data().resolve(sound))
                        .hasSameBinaryContentAs(backup.server.data().resolve(sound));
            }
            assertThat(again.bean(AuditLog.class).verify(BackedUp.MARTIN))
                    .isInstanceOf(ChainState.Whole.class);
            Browser admin = Browser.signedIn(again, "admin");
            assertThat(admin.octets("/admin/recordings/r-kept/sound", Map.of()).statusCode())
                    .as("what is numbered goes on")
                    .isEqualTo(200);
            assertThat(again.bean(Backups.class).wish().sealed()).isTrue();
            assertThat(again.data().resolve("restoring")).doesNotExist();
        }
    }

    @Test
    void withoutThePassphraseAllButTheKeysIsThere() {
        try (Restored restored = Restored.on(TestDatabase.used(), backup.file)) {
            Browser.signedIn(restored.server(), "alice");
            assertThat(
                            restored.server()
                                    .bean(TrunkAccounts.class)
                                    .secret(BackedUp.MARTIN, BackedUp.TRUNK))
                    .isEmpty();
        }
    }

    @Test
    void noSessionAndNoOpenKeyIsInIt() throws IOException {
        try (ZipFile zip = new ZipFile(backup.file.toFile())) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            assertThat(names)
                    .contains(
                            "tables/person.jsonl",
                            "files/" + BackedUp.MESSAGE,
                            "files/" + BackedUp.NOTE)
                    .doesNotContain("tables/web_session.jsonl", "tables/signed_in.jsonl")
                    .noneMatch(name -> name.endsWith(".key") || name.endsWith(".jks"))
                    .last()
                    .isEqualTo(Manifest.NAME);
        }
    }

    @Test
    void thePageShowsDeletesAndTellsTheAuditLog() {
        Browser provider = Browser.signedIn(backup.server, "provider");
        String name = backup.made(provider);
        assertThat(provider.get("/provider/backups").body())
                .contains(name, "A passphrase is set")
                .doesNotContain(BackedUp.PASSPHRASE);

        FormPage.form(provider, "/provider/backups", "/" + name + "/delete").send();

        assertThat(provider.octets("/provider/backups/" + name, Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(Browser.signedIn(backup.server, "admin").get("/admin/audit-log").body())
                .contains("Asked for a backup", "Fetched the backup", "Deleted the backup " + name);
    }

    @Test
    void whatCannotBeSetIsSaid() {
        Browser provider = Browser.signedIn(backup.server, "provider");
        FormPage page =
                FormPage.form(provider, "/provider/backups", "/settings")
                        .with("kept", "0")
                        .with("passphrase", "short")
                        .with("again", "short")
                        .sentBack();

        assertThat(page.problem("kept")).contains("from 1 to 365");
        assertThat(page.problem("passphrase")).contains("At least 12");
    }
}
