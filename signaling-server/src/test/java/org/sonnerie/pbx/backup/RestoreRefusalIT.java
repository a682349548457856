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
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.config.DatabaseSettings;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is no whole backup, or has no empty place, is refused and changes nothing. */
class RestoreRefusalIT {
    private static BackedUp backup;

    @BeforeAll
    static void backUp() throws IOException {
        backup = new BackedUp();
    }

    @AfterAll
    static void stop() throws IOException {
        backup.close();
        Files.deleteIfExists(backup.file);
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
        try (ZipFile from = new ZipFile(backup.file.toFile());
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
        Path sound = changed("files/" + BackedUp.MESSAGE, octets -> BackedUp.octets(30_000, 3));
        assertThat(refused(sound, BackedUp.newFolder(), "")).contains("is damaged", "m-kept.opus");

        Path missing = changed("tables/person.jsonl", _ -> null);
        assertThat(refused(missing, BackedUp.newFolder(), "")).contains("damaged");

        byte[] whole = Files.readAllBytes(backup.file);
        Path torn = RunningServer.temporaryFolder().resolve("torn.zip");
        whole[whole.length / 2] ^= 1;
        Files.write(torn, whole);
        assertThat(refused(torn, BackedUp.newFolder(), "")).contains("damaged");
    }

    @Test
    void whatIsCutOffIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(backup.file);
        for (int length : List.of(whole.length - 1, whole.length / 2, 100)) {
            Path cut = RunningServer.temporaryFolder().resolve("cut.zip");
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThat(refused(cut, BackedUp.newFolder(), "")).contains("is cut off or damaged");
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
        assertThat(refused(newer, BackedUp.newFolder(), "")).contains("tables of version 999");

        Path text = RunningServer.temporaryFolder().resolve("a.txt");
        Files.writeString(text, "bonjour");
        assertThat(refused(text, BackedUp.newFolder(), "")).endsWith("is no backup of Sonnerie.");
        Path archive = changed(Manifest.NAME, _ -> null);
        assertThat(refused(archive, BackedUp.newFolder(), ""))
                .endsWith("is no backup of Sonnerie.");
        assertThat(refused(Path.of("/no/such"), BackedUp.newFolder(), ""))
                .contains("There is no file");
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
                            replacing("\"files/" + BackedUp.MESSAGE + "\"", "\"" + name + "\""));
            Files.write(slipping, Files.readAllBytes(renamed), StandardOpenOption.CREATE);
            assertThat(refused(slipping, BackedUp.newFolder(), ""))
                    .contains("belongs nowhere in a data folder")
                    .contains(name);
        }
    }

    @Test
    void anotherPassphraseIsRefused() {
        assertThat(refused(backup.file, BackedUp.newFolder(), "another passphrase"))
                .contains("The passphrase does not open");
    }

    @Test
    void aFolderThatIsUsedIsLeftAsItIs() throws IOException {
        Path folder = RunningServer.temporaryFolder();
        Files.writeString(folder.resolve("sonnerie.mv.db"), "somebody's");
        DatabaseSettings inAFile = new DatabaseSettings("", "", "", "", "");

        assertThatThrownBy(() -> new Restore(backup.file, folder, inAFile).restore(""))
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
        Path folder = BackedUp.newFolder();

        assertThatThrownBy(() -> new Restore(backup.file, folder, settings).restore(""))
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
}
