package org.sonnerie.pbx.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.sonnerie.pbx.config.DataFolder;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the provider has set. Kept in the data folder, beside the keys that it protects elsewhere.
 *
 * @param nightly whether one is made each night
 * @param kept how many are kept when one was made at night, 1 to {@value #MOST}
 * @param passphrase with which keys are sealed; empty: no keys are in a backup
 */
record BackupSettings(boolean nightly, int kept, Optional<Passphrase> passphrase) {
    static final String FILE = "backup.json";
    static final int MOST = 365;

    private static final int USUAL = 7;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static BackupSettings in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.exists(file)
                    ? JSON.readValue(Files.readAllBytes(file), BackupSettings.class)
                    : new BackupSettings(false, USUAL, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    void keep(Path folder) {
        Path part = folder.resolve(FILE + ".part");
        try {
            Files.deleteIfExists(part);
            DataFolder.makeFile(part);
            Files.write(part, JSON.writeValueAsBytes(this));
            Files.move(
                    part,
                    folder.resolve(FILE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(part + " cannot be written", e);
        }
    }
}
