package org.sonnerie.pbx.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sonnerie.pbx.backup.Manifest.Total;
import org.sonnerie.pbx.config.DatabaseSettings;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.fake.TestPostgres;

/**
 * Measures the backup and the restore of 1 GB, 9,000 recordings of 100 kB and 400,000 events of
 * calls of 250 octets, on each database. Run by {@code ./pbx bench} and by nothing else: its name
 * is not that of a test. The property {@code sonnerie.bench.backup} names the file for JSON, to
 * whose name the database's is added.
 */
@BothDatabases
final class BackupBench {
    private static final int RECORDINGS = 9_000;
    private static final int RECORDING_OCTETS = 100_000;
    private static final int EVENTS = 400_000;
    private static final String BODY = "{\"text\":\"" + "x".repeat(238) + "\"}";

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void measure() throws IOException {
        Path folder = RunningServer.temporaryFolder();
        Path file = folder.resolve("backup.zip");
        Total total;
        double made;
        try (RunningServer server = RunningServer.demo()) {
            fill(server);
            long began = System.nanoTime();
            total = server.bean(BackupMaker.class).make(file, Instant.now(), Optional.empty());
            made = seconds(began);
        }
        Optional<String> url =
                TestDatabase.used() == TestDatabase.Kind.H2
                        ? Optional.empty()
                        : Optional.of(TestPostgres.running().empty());
        long began = System.nanoTime();
        new Restore(file, folder.resolve("data"), settings(url)).restore("");
        double restored = seconds(began);
        url.ifPresent(TestPostgres.running()::drop);
        tell(total, Files.size(file), made, restored);
    }

    private static DatabaseSettings settings(Optional<String> url) {
        return url.map(place ->
                        new DatabaseSettings(
                                place,
                                TestPostgres.APPLICATION,
                                TestPostgres.APPLICATION,
                                TestPostgres.OWNER,
                                TestPostgres.OWNER))
                .orElseGet(() -> new DatabaseSettings("", "", "", "", ""));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void fill(RunningServer server) throws IOException {
        Path folder = server.data().resolve("recordings/boulangerie-martin");
        Files.createDirectories(folder);
        Random random = new Random(1);
        byte[] sound = new byte[RECORDING_OCTETS];
        for (int i = 0; i < RECORDINGS; i++) {
            random.nextBytes(sound);
            Files.write(folder.resolve("r-" + i + ".opus"), sound);
        }
        String numbers =
                TestDatabase.used() == TestDatabase.Kind.H2
                        ? "select x as n from system_range(1, %d)"
                        : "select n from generate_series(1, %d) as n";
        TestDatabase.outside(server.data())
                .sql(
                        "insert into call_event (call_id, sequence, company_id, happened_at,"
                                + " event_type, body) select 'bench-' || n, 1,"
                                + " 'boulangerie-martin', current_timestamp, 'bench', '"
                                + BODY
                                + "' from ("
                                + numbers.formatted(EVENTS)
                                + ") numbers")
                .update();
    }

    private static void tell(Total total, long octets, double made, double restored)
            throws IOException {
        String line =
                String.format(
                        Locale.ROOT,
                        "{\"database\": \"%s\", \"octets\": %d, \"file\": %d, \"rows\": %d,"
                                + " \"files\": %d, \"backup_seconds\": %.1f, \"restore_seconds\":"
                                + " %.1f}",
                        TestDatabase.used(),
                        total.octets(),
                        octets,
                        total.rows(),
                        total.files(),
                        made,
                        restored);
        System.out.println(line);
        String file = System.getProperty("sonnerie.bench.backup", "target/backup.json");
        Files.writeString(
                Path.of(file.replace(".json", "-" + TestDatabase.used() + ".json")), line + "\n");
    }
}
