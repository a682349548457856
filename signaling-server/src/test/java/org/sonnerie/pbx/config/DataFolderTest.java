package org.sonnerie.pbx.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir Path folder;

    @Test
    void aNewFolderIsItsOwnersAlone() throws IOException {
        Path made = DataFolder.prepare(folder.resolve("a").resolve("data"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderThatIsThereKeepsItsRights() throws IOException {
        Path there = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwxr-x---"));

        DataFolder.prepare(there);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(there)))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void aFileInItsPlaceIsSaidToBeOne() throws IOException {
        Path file = Files.createFile(folder.resolve("data"));

        assertThatThrownBy(() -> DataFolder.prepare(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is not a folder");
    }
}
