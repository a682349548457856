package org.sonnerie.pbx.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sonnerie.pbx.audit.AuditLog;
import org.sonnerie.pbx.audit.ChainState;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.config.DatabaseSettings;
import org.sonnerie.pbx.fake.AfterEachDatabase;
import org.sonnerie.pbx.fake.BeforeEachDatabase;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.PastCall;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.fake.TestDatabase.Kind;
import org.sonnerie.pbx.fake.TestPostgres;
import org.sonnerie.pbx.history.CallFilter;
import org.sonnerie.pbx.history.CallHistory;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.TrunkId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.CallRecordings;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.sonnerie.pbx.runtime.LoggedCall;
import org.sonnerie.pbx.runtime.Mailboxes;
import org.sonnerie.pbx.trunkaccounts.TrunkAccounts;
import org.sonnerie.pbx.trunkaccounts.TrunkSecret;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a server keeps is in its backup, and is there again in another one, on either database. */
@BothDatabases("Snapshots")
class BackupIT {
    private static final CompanyId MARTIN = new CompanyId("boulangerie-martin");
    private static final String PASSPHRASE = "croissants at five in the morning";
    private static final TrunkId TRUNK = new TrunkId("loopback");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00.123456Z");
    private static final String MESSAGE = "voicemail/boulangerie-martin/m-kept.opus";
    private static final String RECORDING = "recordings/boulangerie-martin/r-kept.opus";
    private static final String NOTE = "voicemail/boulangerie-martin/m-being-left.json";

    private static final String SOUND = "/org/sonnerie/media/player/prompts/en/closed.opus";

    private static RunningServer server;
    private static Path file;
    private static Optional<String> before = Optional.empty();

    @BeforeEachDatabase
    static void backUp() throws IOException {
        server = RunningServer.demo();
        fill();
        Browser provider = Browser.signedIn(server, "provider");
        FormPage.form(provider, "/provider/backups", "/settings")
                .with("passphrase", PASSPHRASE)
                .with("again", PASSPHRASE)
                .send();
        before = Optional.of(history(server));
        String name = made(provider);
        file = RunningServer.temporaryFolder().resolve(name);
        Files.write(file, provider.octets("/provider/backups/" + name, Map.of()).body());
    }

    @AfterEachDatabase
    static void stop() throws IOException {
        server.close();
        Files.deleteIfExists(file);
    }

    private static void fill() throws IOException {
        CompanyPlan plan = server.bean(Published.class).current(MARTIN);
        List<LoggedEvent> events = new PastCall(plan, "c-past", AT).events();
        server.bean(CallHistory.class)
                .keep(
                        new LoggedCall(
                                new CallId("c-past"),
                                plan,
                                events.stream().map(LoggedEvent::event).toList()));
        server.bean(TrunkAccounts.class).set(MARTIN, TRUNK, new TrunkSecret("carrier's secret"));
        leave("m-kept");
        server.bean(Mailboxes.class).recorded(new MessageId("m-kept"), Duration.ofSeconds(4));
        leave("m-being-left");
        record();
        await(data -> data.contains("m-kept"));
    }

    private static void leave(String id) throws IOException {
        Path sound =
                server.bean(Mailboxes.class)
                        .begin(
                                new Mailboxes.NewMessage(
                                        new MessageId(id),
                                        MARTIN,
                                        MailboxId.of(new PersonId("alice")),
                                        new Named("Jeanne", "+33612345678"),
                                        AT));
        try (InputStream said = BackupIT.class.getResourceAsStream(SOUND)) {
            Files.write(sound, Objects.requireNonNull(said).readAllBytes());
        }
    }

    private static void record() throws IOException {
        CallRecordings recordings = server.bean(CallRecordings.class);
        Path sound =
                recordings.begin(
                        new CallRecordings.NewRecording(
                                new RecordingId("r-kept"),
                                MARTIN,
                                new CallRecordings.Of.Call(
                                        "c-past", new Named("A", "1"), new Named("B", "2")),
                                Optional.<PersonId>empty(),
                                AT));
        Files.write(sound, octets(200_000, 2));
        recordings.closed(new RecordingId("r-kept"), Duration.ofSeconds(2), false);
    }

    private static byte[] octets(int length, long seed) {
        byte[] octets = new byte[length];
        new Random(seed).nextBytes(octets);
        return octets;
    }

    private static void await(Predicate<String> there) {
        long end = System.nanoTime() + LIMIT.toNanos();
        Browser alice = Browser.signedIn(server, "alice");
        while (!there.test(alice.get("/phone/voicemail").body())) {
            assertThat(System.nanoTime()).as("it is there").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** By the page's own button; the name of what is there then. */
    private static String made(Browser provider) {
        FormPage.form(provider, "/provider/backups", "/provider/backups").send();
        long end = System.nanoTime() + LIMIT.toNanos();
        while (server.bean(Backups.class).underWay()) {
            assertThat(System.nanoTime()).as("it is made").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(server.bean(Backups.class).failed()).isFalse();
        return server.bean(Backups.class).all().getFirst().name();
    }

    private static String history(RunningServer of) {
        return of.bean(CallHistory.class)
                .page(MARTIN, CallFilter.ALL, Optional.empty(), CallHistory.LONGEST_PAGE)
                .calls()
                .toString();
    }

    private static Path newFolder() {
        return RunningServer.temporaryFolder().resolve("data");
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
                        RunningServer.startIn(newFolder(), args.toArray(String[]::new)), url);
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
                Restored.on(other, file, "--sonnerie.restore.passphrase=" + PASSPHRASE)) {
            RunningServer again = restored.server();

            Browser alice = Browser.signedIn(again, "alice");
            assertThat(alice.get("/phone/voicemail").body())
                    .contains("\"m-kept\"", "\"m-being-left\"", "+33612345678");
            assertThat(history(again)).contains("c-past").isEqualTo(before.orElseThrow());
            assertThat(again.bean(TrunkAccounts.class).secret(MARTIN, TRUNK))
                    .contains(new TrunkSecret("carrier's secret"));
            for (String sound : List.of(MESSAGE, RECORDING)) {
                assertThat(again.data().resolve(sound))
                        .hasSameBinaryContentAs(server.data().resolve(sound));
            }
            assertThat(again.bean(AuditLog.class).verify(MARTIN))
                    .isInstanceOf(ChainState.Whole.class);
            Browser admin = Browser.signedIn(again, "admin");
            assertThat(admin.octets("/admin/recordings/r-kept/sound", Map.of()).statusCode())
                    .as("what is numbered goes on")
                    .isNotEqualTo(500);
            assertThat(again.bean(Backups.class).wish().sealed()).isTrue();
            assertThat(again.data().resolve("restoring")).doesNotExist();
        }
    }

    @Test
    void withoutThePassphraseAllButTheKeysIsThere() {
        try (Restored restored = Restored.on(TestDatabase.used(), file)) {
            Browser.signedIn(restored.server(), "alice");
            assertThat(restored.server().bean(TrunkAccounts.class).secret(MARTIN, TRUNK)).isEmpty();
        }
    }

    private static String refused(Path from, Path folder, String passphrase) {
        RestoreRefusedException[] refused = new RestoreRefusedException[1];
        assertThatThrownBy(() ->
                        new Restore(from, folder, new DatabaseSettings("", "", "", "", ""))
                                .restore(passphrase))
                .isInstanceOfSatisfying(RestoreRefusedException.class, one -> refused[0] = one);
        assertThat(folder).as("nothing is changed").doesNotExist();
        return String.valueOf(refused[0].getMessage());
    }

    /** A backup, other than it was made; a part that becomes null is left out. */
    private static Path changed(String part, UnaryOperator<byte @Nullable []> change)
            throws IOException {
        Path other = RunningServer.temporaryFolder().resolve("changed.zip");
        try (ZipFile from = new ZipFile(file.toFile());
                OutputStream out = Files.newOutputStream(other);
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry : from.stream().toList()) {
                byte[] octets;
                try (InputStream in = from.getInputStream(entry)) {
                    octets = in.readAllBytes();
                }
                byte[] put = entry.getName().equals(part) ? change.apply(octets) : octets;
                if (put != null) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    to.write(put);
                }
            }
        }
        return other;
    }

    private static UnaryOperator<byte @Nullable []> replacing(String one, String other) {
        return octets ->
                new String(octets, StandardCharsets.UTF_8)
                        .replace(one, other)
                        .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsDamagedIsRefused() throws IOException {
        Path sound = changed("files/" + MESSAGE, octets -> octets(30_000, 3));
        assertThat(refused(sound, newFolder(), "")).contains("is damaged", "m-kept.opus");

        Path missing = changed("tables/person.jsonl", _ -> null);
        assertThat(refused(missing, newFolder(), "")).contains("damaged");

        byte[] whole = Files.readAllBytes(file);
        Path torn = RunningServer.temporaryFolder().resolve("torn.zip");
        whole[whole.length / 2] ^= 1;
        Files.write(torn, whole);
        assertThat(refused(torn, newFolder(), "")).contains("damaged");
    }

    @Test
    void whatIsCutOffIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length : List.of(whole.length - 1, whole.length / 2, 100)) {
            Path cut = RunningServer.temporaryFolder().resolve("cut.zip");
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThat(refused(cut, newFolder(), "")).contains("is cut off or damaged");
        }
    }

    @Test
    void whatIsNewerOrForeignIsRefused() throws IOException {
        Path newer =
                changed(
                        Manifest.NAME,
                        octets ->
                                new String(octets, StandardCharsets.UTF_8)
                                        .replaceFirst("\"schema\":\"[^\"]+\"", "\"schema\":\"999\"")
                                        .getBytes(StandardCharsets.UTF_8));
        assertThat(refused(newer, newFolder(), "")).contains("tables of version 999");

        Path text = RunningServer.temporaryFolder().resolve("a.txt");
        Files.writeString(text, "bonjour");
        assertThat(refused(text, newFolder(), "")).endsWith("is no backup of Sonnerie.");
        Path archive = changed(Manifest.NAME, _ -> null);
        assertThat(refused(archive, newFolder(), "")).endsWith("is no backup of Sonnerie.");
        assertThat(refused(Path.of("/no/such"), newFolder(), "")).contains("There is no file");
    }

    @Test
    void namesThatLeadOutOfTheFolderAreRefused() throws IOException {
        for (String name :
                List.of(
                        "files/../evil",
                        "files/voicemail/../../evil",
                        "files/voicemail/x/../y",
                        "files/voicemail/x/..",
                        "/etc/evil",
                        "files/ports.json")) {
            Path slipping = RunningServer.temporaryFolder().resolve("slip.zip");
            Path renamed =
                    changed(
                            Manifest.NAME,
                            replacing("\"files/" + MESSAGE + "\"", "\"" + name + "\""));
            Files.write(slipping, Files.readAllBytes(renamed), StandardOpenOption.CREATE);
            assertThat(refused(slipping, newFolder(), ""))
                    .contains("belongs nowhere in a data folder")
                    .contains(name);
        }
    }

    @Test
    void anotherPassphraseIsRefused() {
        assertThat(refused(file, newFolder(), "another passphrase"))
                .contains("The passphrase does not open");
    }

    @Test
    void aFolderThatIsUsedIsLeftAsItIs() throws IOException {
        Path folder = RunningServer.temporaryFolder();
        Files.writeString(folder.resolve("sonnerie.mv.db"), "somebody's");
        DatabaseSettings inAFile = new DatabaseSettings("", "", "", "", "");

        assertThatThrownBy(() -> new Restore(file, folder, inAFile).restore(""))
                .hasMessageContaining("is not empty");
        assertThat(folder.resolve("sonnerie.mv.db")).hasContent("somebody's");
        try (var names = Files.list(folder)) {
            assertThat(names).hasSize(1);
        }
    }

    @Test
    void aDatabaseThatIsUsedIsLeftAsItIs() {
        String url = TestPostgres.running().withTables();
        DatabaseSettings settings =
                new DatabaseSettings(
                        url,
                        TestPostgres.APPLICATION,
                        TestPostgres.APPLICATION,
                        TestPostgres.OWNER,
                        TestPostgres.OWNER);
        JdbcClient.create(TestPostgres.aboveAll(url))
                .sql("insert into company (id, name, created_at) values ('x', 'X', now())")
                .update();
        Path folder = newFolder();

        assertThatThrownBy(() -> new Restore(file, folder, settings).restore(""))
                .hasMessageContaining("The database has companies");
        assertThat(folder).doesNotExist();
        TestPostgres.running().drop(url);
    }

    @Test
    void aStartWithHalfOfABackupIsRefused() throws IOException {
        Path folder = RunningServer.temporaryFolder();
        Files.createDirectory(folder.resolve("restoring"));

        assertThatThrownBy(() -> RunningServer.startIn(folder))
                .isInstanceOf(RestoreRefusedException.class)
                .hasMessageContaining("was broken off");
    }

    @Test
    void noSessionAndNoOpenKeyIsInIt() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            assertThat(names)
                    .contains("tables/person.jsonl", "files/" + MESSAGE, "files/" + NOTE)
                    .doesNotContain("tables/web_session.jsonl", "tables/signed_in.jsonl")
                    .noneMatch(name -> name.endsWith(".key") || name.endsWith(".jks"))
                    .last()
                    .isEqualTo(Manifest.NAME);
        }
    }

    @Test
    void thePageShowsDeletesAndTellsTheAuditLog() {
        Browser provider = Browser.signedIn(server, "provider");
        String name = made(provider);
        assertThat(provider.get("/provider/backups").body())
                .contains(name, "A passphrase is set")
                .doesNotContain(PASSPHRASE);

        FormPage.form(provider, "/provider/backups", "/" + name + "/delete").send();

        assertThat(provider.octets("/provider/backups/" + name, Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(Browser.signedIn(server, "admin").get("/admin/audit-log").body())
                .contains("Asked for a backup", "Fetched the backup", "Deleted the backup " + name);
    }

    @Test
    void whatCannotBeSetIsSaid() {
        Browser provider = Browser.signedIn(server, "provider");
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
