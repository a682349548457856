package org.sonnerie.pbx.fake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, as they lie in a jar. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** Unpacks them. */
    static void unpack(Path folder) throws IOException {
        try (InputStream packed =
                        Objects.requireNonNull(
                                PostgresBinaries.class.getResourceAsStream(archive()), archive());
                TarArchiveInputStream files =
                        new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = files.getNextEntry();
                    entry != null;
                    entry = files.getNextEntry()) {
                unpack(entry, files, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static String archive() {
        boolean arm = System.getProperty("os.arch").toLowerCase(Locale.ROOT).startsWith("aarch64");
        return arm ? "/postgres-linux-arm_64.txz" : "/postgres-linux-x86_64.txz";
    }

    private static void unpack(TarArchiveEntry entry, InputStream bytes, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(bytes, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
