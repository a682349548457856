package org.sonnerie.pbx.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.sonnerie.pbx.backup.Manifest.Total;
import org.sonnerie.pbx.backup.PartsOut.Packing;
import org.sonnerie.pbx.config.DataFolder;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Snapshots;
import org.springframework.stereotype.Component;

/** Makes a backup of all that is there, while everything goes on. */
@Component
class BackupMaker {
    private static final String PART = ".part";
    private static final String LIST = ".list";
    private static final int BUFFER = 1 << 16;

    private final Snapshots snapshots;
    private final Flyway flyway;
    private final Path folder;

    BackupMaker(Snapshots snapshots, Flyway flyway, SonnerieProperties properties) {
        this.snapshots = snapshots;
        this.flyway = flyway;
        this.folder = properties.dataFolder();
    }

    /**
     * Makes one, under another name until it is whole and on the disk.
     *
     * @param file of which there is none yet
     * @param at now
     * @param passphrase for the keys; empty: without keys
     * @return what is in it
     */
    Total make(Path file, Instant at, Optional<Passphrase> passphrase) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + PART);
        Path list = file.resolveSibling(file.getFileName() + LIST);
        Files.deleteIfExists(part);
        DataFolder.makeFile(part);
        try {
            Total total = write(part, list, at, passphrase);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return total;
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Total write(Path part, Path list, Instant at, Optional<Passphrase> passphrase)
            throws IOException, SQLException {
        Manifest manifest =
                new Manifest(Manifest.FORMAT, version(), schema(), at, passphrase.isPresent());
        DataFiles files = new DataFiles(folder);
        Map<String, byte[]> notes = files.notes();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER);
                PartsOut parts = new PartsOut(out, list, manifest)) {
            rows(parts);
            for (Map.Entry<String, byte[]> note : notes.entrySet()) {
                parts.add(
                        Manifest.FILES + note.getKey(),
                        Packing.PACKED,
                        to -> {
                            to.write(note.getValue());
                            return 0;
                        });
            }
            files.add(parts);
            if (passphrase.isPresent()) {
                String sealed = passphrase.get().close(files.keys());
                parts.add(
                        Manifest.KEYS,
                        Packing.PACKED,
                        to -> {
                            to.write(sealed.getBytes(StandardCharsets.US_ASCII));
                            return 0;
                        });
            }
            return parts.finish();
        }
    }

    private void rows(PartsOut parts) throws IOException {
        snapshots.of(
                ProviderWork.BACKUP,
                connection -> {
                    for (String table : Schema.tables(connection)) {
                        add(parts, connection, table);
                    }
                    return parts;
                });
    }

    private static void add(PartsOut parts, Connection connection, String table)
            throws IOException, SQLException {
        parts.add(
                Manifest.TABLES + table + Manifest.ROWS,
                Packing.PACKED,
                to -> Rows.write(connection, table, to));
    }

    private static String version() {
        return Optional.ofNullable(BackupMaker.class.getPackage().getImplementationVersion())
                .orElse("unpacked");
    }

    private String schema() {
        var current = flyway.info().current();
        if (current == null) {
            throw new IllegalStateException("the tables have no version");
        }
        return String.valueOf(current.getVersion());
    }
}
