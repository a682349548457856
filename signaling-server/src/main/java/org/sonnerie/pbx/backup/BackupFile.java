package org.sonnerie.pbx.backup;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.sonnerie.pbx.backup.Manifest.Part;
import org.sonnerie.pbx.backup.Manifest.Total;
import org.sonnerie.pbx.backup.RestoreRefusedException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that is read. For one thread. */
final class BackupFile implements Closeable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int PIECE = 1 << 16;

    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip) throws IOException {
        this.path = path;
        this.zip = zip;
        try (BufferedReader lines = list()) {
            this.manifest = line(lines, Manifest.class);
        }
    }

    /**
     * Opens it, and reads what it says of itself.
     *
     * @throws RestoreRefusedException if it is none, or is cut off
     */
    static BackupFile open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new RestoreRefusedException(Reason.NOT_THERE, path);
        }
        if (!isArchive(path)) {
            throw new RestoreRefusedException(Reason.FOREIGN, path);
        }
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw new RestoreRefusedException(Reason.CUT_OFF, e, path);
        }
        try {
            return new BackupFile(path, zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static boolean isArchive(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return MessageDigest.isEqual(in.readNBytes(ZIP.length), ZIP);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    private BufferedReader list() throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new RestoreRefusedException(Reason.FOREIGN, path);
        }
        return new BufferedReader(
                new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
    }

    /** The next line of the list. */
    private <T> T line(BufferedReader lines, Class<T> type) throws IOException {
        try {
            String line = lines.readLine();
            if (line == null) {
                throw new RestoreRefusedException(Reason.CUT_OFF, path);
            }
            return JSON.readValue(line, type);
        } catch (JacksonException | ZipException e) {
            throw new RestoreRefusedException(Reason.CUT_OFF, e, path);
        }
    }

    /** What is done with a part. */
    @FunctionalInterface
    interface Using<E extends Exception> {
        void use(Part part) throws IOException, E;
    }

    /** Each part of the list, in its order; all are in the archive, which has no others. */
    <E extends Exception> Total each(Using<E> using) throws IOException, E {
        Total total = Total.NOTHING;
        try (BufferedReader lines = list()) {
            line(lines, Manifest.class);
            // One for the list itself.
            for (long left = zip.size() - 1L; left > 0; left--) {
                Part part = line(lines, Part.class);
                using.use(part);
                total = total.and(part);
            }
            if (!line(lines, Total.class).equals(total)) {
                throw new RestoreRefusedException(Reason.DAMAGED, path, Manifest.NAME);
            }
        }
        return total;
    }

    /** What a part holds. */
    InputStream open(String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new RestoreRefusedException(Reason.DAMAGED, path, part);
        }
        return zip.getInputStream(entry);
    }

    /**
     * Reads all of it once, so that nothing is begun with what is damaged.
     *
     * @throws RestoreRefusedException if a part is not what was written, or belongs nowhere
     */
    Total verify() throws IOException {
        byte[] piece = new byte[PIECE];
        return each(part -> {
            if (!belongs(part.part())) {
                throw new RestoreRefusedException(Reason.UNSAFE_NAME, path, part.part());
            }
            if (!asWritten(part, piece)) {
                throw new RestoreRefusedException(Reason.DAMAGED, path, part.part());
            }
        });
    }

    private static boolean belongs(String name) {
        return name.equals(Manifest.KEYS)
                || name.matches(Manifest.TABLES + "[a-z_]{1,60}\\" + Manifest.ROWS)
                || (name.startsWith(Manifest.FILES)
                        && DataFiles.known(name.substring(Manifest.FILES.length())));
    }

    private boolean asWritten(Part part, byte[] piece) throws IOException {
        MessageDigest digest = sha256();
        long octets = 0;
        try (InputStream in = new DigestInputStream(open(part.part()), digest)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                octets += read;
            }
        } catch (ZipException e) {
            throw new RestoreRefusedException(Reason.DAMAGED, e, path, part.part());
        }
        return octets == part.octets()
                && HexFormat.of().formatHex(digest.digest()).equals(part.sha256());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
