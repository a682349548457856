package org.sonnerie.pbx.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFolderTest {
    private static final Instant NIGHT = Instant.parse("2026-12-31T23:59:59.250Z");

    @TempDir Path data;

    @Test
    void aSecondBackupInTheSameSecondDoesNotTakeThePlaceOfTheFirst() throws IOException {
        BackupFolder folder = new BackupFolder(data.resolve("backups"));
        Path first = folder.next(NIGHT);
        Files.writeString(first, "first");
        Path second = folder.next(NIGHT);
        Files.writeString(second, "second");

        assertThat(first).hasFileName("sonnerie-20261231-235959.zip");
        assertThat(second).hasFileName("sonnerie-20270101-000000.zip");
        assertThat(folder.all())
                .extracting(KeptBackup::name)
                .containsExactly("sonnerie-20270101-000000.zip", "sonnerie-20261231-235959.zip");
    }
}
