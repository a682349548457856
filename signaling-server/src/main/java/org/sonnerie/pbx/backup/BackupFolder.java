package org.sonnerie.pbx.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sonnerie.pbx.config.DataFolder;
import org.sonnerie.pbx.config.SoundFolder;

/**
 * The backups on the server, each named by its moment: {@code sonnerie-20261128-030000.zip} (UTC).
 *
 * @param path of the folder; it need not exist yet
 */
record BackupFolder(Path path) {
    private static final Pattern NAME = Pattern.compile("sonnerie-(\\d{8}-\\d{6})\\.zip");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    /** Where a backup of a moment is to be: in the first second from then on that has none. */
    Path next(Instant at) {
        DataFolder.prepare(path);
        Instant second = at;
        while (Files.exists(named(second))) {
            second = second.plusSeconds(1);
        }
        return named(second);
    }

    private Path named(Instant second) {
        return path.resolve("sonnerie-" + MOMENT.format(second.atOffset(ZoneOffset.UTC)) + ".zip");
    }

    /** All that are whole, the newest first. */
    List<KeptBackup> all() {
        if (Files.notExists(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> NAME.matcher(name(file)).matches())
                    .map(BackupFolder::kept)
                    .sorted(Comparator.comparing(KeptBackup::madeAt).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static KeptBackup kept(Path file) {
        String moment = NAME.matcher(name(file)).replaceFirst("$1");
        Instant at = LocalDateTime.parse(moment, MOMENT).toInstant(ZoneOffset.UTC);
        return new KeptBackup(file, name(file), SoundFolder.size(file), at);
    }
}
