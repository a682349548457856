package org.sonnerie.pbx.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.backup.Manifest.Total;
import org.sonnerie.pbx.backup.RestoreRefusedException.Reason;
import org.sonnerie.pbx.config.DataFolder;
import org.sonnerie.pbx.config.DatabaseBeforeStart;
import org.sonnerie.pbx.config.DatabaseSettings;
import tools.jackson.core.JacksonException;

/**
 * Puts a backup into an empty server. All is looked at before anything is written; files and a file
 * database are made in a folder of their own and moved where they belong when all is there.
 */
final class Restore {
    /** While a restore is being done; one that was broken off leaves it. */
    private static final String UNDER_WAY = "restoring";

    /** What may be in a data folder that counts as empty. */
    private static final Set<String> HARMLESS = Set.of("backups", "lost+found");

    private final Path file;
    private final Path folder;
    private final Path made;
    private final DatabaseSettings settings;

    Restore(Path file, Path folder, DatabaseSettings settings) {
        this.file = file;
        this.folder = folder;
        this.made = folder.resolve(UNDER_WAY);
        this.settings = settings;
    }

    /**
     * What was restored.
     *
     * @param manifest what the backup says of itself
     * @param total what was in it
     * @param keys how many files with keys were restored
     */
    record Restored(Manifest manifest, Total total, int keys) {}

    /**
     * A start must not go on with half of a backup.
     *
     * @throws RestoreRefusedException if one was broken off
     */
    static void refuseHalfOfOne(Path folder) {
        if (Files.exists(folder.resolve(UNDER_WAY))) {
            throw new RestoreRefusedException(Reason.UNFINISHED, folder);
        }
    }

    /**
     * Restores.
     *
     * @param passphrase of the keys; empty: they are left out
     * @throws RestoreRefusedException if it cannot be done; nothing was changed then
     */
    Restored restore(String passphrase) {
        try {
            return refusedUnlessEmpty(passphrase);
        } catch (IOException | SQLException | FlywayException | JacksonException e) {
            throw new RestoreRefusedException(Reason.FAILED, e, file, said(e));
        }
    }

    private static String said(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    private Restored refusedUnlessEmpty(String passphrase) throws IOException, SQLException {
        if (!isEmpty()) {
            throw new RestoreRefusedException(Reason.FOLDER_USED, folder);
        }
        try (BackupFile backup = BackupFile.open(file)) {
            Manifest manifest = backup.manifest();
            if (manifest.format() != Manifest.FORMAT
                    || !DatabaseBeforeStart.knows(manifest.schema())) {
                throw new RestoreRefusedException(
                        Reason.NEWER, file, manifest.version(), manifest.schema());
            }
            backup.verify();
            Map<String, byte[]> keys = keys(backup, passphrase);
            boolean there = Files.exists(folder);
            DataFolder.prepare(folder);
            DataFolder.prepare(made);
            boolean whole = false;
            try {
                Total total = all(backup, keys);
                whole = true;
                return new Restored(manifest, total, keys.size());
            } finally {
                if (!whole) {
                    undo(there);
                }
            }
        }
    }

    private boolean isEmpty() throws IOException {
        if (Files.notExists(folder)) {
            return true;
        }
        try (Stream<Path> names = Files.list(folder)) {
            return names.map(Path::getFileName).map(Path::toString).allMatch(HARMLESS::contains);
        }
    }

    private Map<String, byte[]> keys(BackupFile backup, String passphrase) throws IOException {
        if (!backup.manifest().keys() || passphrase.isEmpty()) {
            return Map.of();
        }
        String sealed;
        try (InputStream in = backup.open(Manifest.KEYS)) {
            sealed = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Map<String, byte[]> keys =
                Passphrase.open(sealed, passphrase)
                        .orElseThrow(() -> new RestoreRefusedException(Reason.PASSPHRASE, file));
        for (String name : keys.keySet()) {
            if (!DataFiles.secret(name)) {
                throw new RestoreRefusedException(Reason.UNSAFE_NAME, file, name);
            }
        }
        return keys;
    }

    private Total all(BackupFile backup, Map<String, byte[]> keys)
            throws IOException, SQLException {
        Total total = files(backup);
        for (Map.Entry<String, byte[]> key : keys.entrySet()) {
            Path path = made.resolve(key.getKey());
            DataFolder.makeFile(path);
            Files.write(path, key.getValue());
        }
        DatabaseBeforeStart database = DatabaseBeforeStart.of(made, settings);
        new RowsIn(database, settings, backup).fill(this::refuseUsed);
        move();
        return total;
    }

    private void refuseUsed(String version) {
        throw new RestoreRefusedException(Reason.DATABASE_USED, version);
    }

    private Total files(BackupFile backup) throws IOException {
        return backup.each(part -> {
            if (part.part().startsWith(Manifest.FILES)) {
                Path path = made.resolve(part.part().substring(Manifest.FILES.length()));
                if (!path.normalize().startsWith(made)) {
                    throw new RestoreRefusedException(Reason.UNSAFE_NAME, file, part.part());
                }
                Files.createDirectories(path.getParent());
                try (InputStream in = backup.open(part.part())) {
                    Files.copy(in, path);
                }
            }
        });
    }

    /** While {@value #UNDER_WAY} is there no start goes on with what is here. */
    private void move() throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.list(made)) {
            all = paths.toList();
        }
        for (Path path : all) {
            Files.move(path, folder.resolve(path.getFileName()));
        }
        Files.delete(made);
    }

    private void undo(boolean keepFolder) throws IOException {
        Files.walkFileTree(
                made,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path one, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(one);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path one, @Nullable IOException problem) throws IOException {
                        Files.delete(one);
                        return FileVisitResult.CONTINUE;
                    }
                });
        if (!keepFolder) {
            try {
                Files.delete(folder);
            } catch (DirectoryNotEmptyException _) {
                // Some of it was in place already: the folder says so itself.
            }
        }
    }
}
