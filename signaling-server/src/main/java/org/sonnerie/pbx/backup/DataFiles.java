package org.sonnerie.pbx.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sonnerie.pbx.backup.PartsOut.Packing;

/**
 * The files of a data folder that a backup has. Those with keys are apart, to be sealed.
 *
 * @param folder the data folder
 */
record DataFiles(Path folder) {
    /** With a folder for each company; notes there say what does not stand in the database yet. */
    private static final List<String> FOLDERS =
            List.of("recordings", "voicemail", "greetings", "prompts");

    private static final List<String> NOTED = List.of("recordings", "voicemail");
    private static final String NOTE = ".json";

    /** Events of calls that the database has not taken. */
    private static final List<String> LOGS =
            List.of("call-journal.log", "call-journal-unreadable.log");

    private static final Set<String> SECRET =
            Set.of(
                    "push-key",
                    "https.jks",
                    "https-installed.jks",
                    "acme.json",
                    BackupSettings.FILE);

    private static final String ONE = "[^/\\\\\\x00-\\x1f]{1,255}";
    private static final Pattern IN_A_FOLDER =
            Pattern.compile("(%s)/%s/%s".formatted(String.join("|", FOLDERS), ONE, ONE));

    /** Whether a file of that name, in that place, can be in a backup; others are not restored. */
    static boolean known(String place) {
        return LOGS.contains(place)
                || (IN_A_FOLDER.matcher(place).matches()
                        && Stream.of(place.split("/", -1)).noneMatch(DataFiles::leadsAway));
    }

    private static boolean leadsAway(String name) {
        return name.equals(".") || name.equals("..");
    }

    /** Whether a file of that name, in the data folder itself, holds a key. */
    static boolean secret(String name) {
        return SECRET.contains(name) || name.matches("[a-z-]{1,40}\\.key");
    }

    /**
     * The notes: read before the rows are, since they go once their rows are there. So what is
     * being left or recorded meanwhile is found by one or by the other.
     *
     * @return by their places
     */
    Map<String, byte[]> notes() throws IOException {
        Map<String, byte[]> notes = new TreeMap<>();
        for (String name : NOTED) {
            each(name, DataFiles::isNote, file -> note(notes, file));
        }
        return notes;
    }

    private void note(Map<String, byte[]> notes, Path file) throws IOException {
        try {
            notes.put(place(file), Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            // Its row is in the database by now.
        }
    }

    /** The files with keys that are there, by name. */
    Map<String, byte[]> keys() throws IOException {
        Map<String, byte[]> keys = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : some(files.filter(one -> secret(one.getFileName().toString())))) {
                keys.put(place(file), Files.readAllBytes(file));
            }
        }
        return keys;
    }

    /** Adds all but notes and keys. What is deleted meanwhile is left out. */
    void add(PartsOut parts) throws IOException, SQLException {
        for (String log : LOGS) {
            if (Files.exists(folder.resolve(log))) {
                add(parts, folder.resolve(log), Packing.PACKED);
            }
        }
        for (String name : FOLDERS) {
            each(name, file -> !isNote(file), file -> add(parts, file, Packing.AS_IT_IS));
        }
    }

    private void add(PartsOut parts, Path file, Packing packing) throws IOException, SQLException {
        String place = place(file);
        if (!known(place)) {
            return;
        }
        try (var in = Files.newInputStream(file)) {
            parts.add(
                    Manifest.FILES + place,
                    packing,
                    out -> {
                        in.transferTo(out);
                        return 0;
                    });
        } catch (NoSuchFileException _) {
            // It became too old meanwhile, or somebody deleted it.
        }
    }

    /** What is done with a file. */
    @FunctionalInterface
    private interface Using<E extends Exception> {
        void use(Path file) throws IOException, E;
    }

    private <E extends Exception> void each(String name, Predicate<Path> wanted, Using<E> using)
            throws IOException, E {
        Path path = folder.resolve(name);
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.walk(path, 2)) {
                for (Path file : some(files.filter(wanted))) {
                    using.use(file);
                }
            }
        }
    }

    /** One after the other: there may be a great many. */
    private static Iterable<Path> some(Stream<Path> files) {
        Iterator<Path> regular = files.filter(Files::isRegularFile).iterator();
        return () -> regular;
    }

    private static boolean isNote(Path file) {
        return file.toString().endsWith(NOTE);
    }

    private String place(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
