package org.sonnerie.pbx.backup;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sonnerie.pbx.backup.Manifest.Part;
import org.sonnerie.pbx.backup.Manifest.Total;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the parts of a backup, one after the other, and then the list of them, which is kept in a
 * file meanwhile: there may be a great many. For one thread.
 */
final class PartsOut implements Closeable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ZipOutputStream zip;
    private final Path list;
    private final BufferedWriter lines;
    private Total total = Total.NOTHING;

    PartsOut(OutputStream out, Path list, Manifest manifest) throws IOException {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.list = list;
        this.lines = Files.newBufferedWriter(list);
        line(manifest);
    }

    /** What a part holds. */
    @FunctionalInterface
    interface Content {
        /**
         * Writes it.
         *
         * @return how many rows it has
         */
        long write(OutputStream out) throws IOException, SQLException;
    }

    /** Whether a part becomes smaller by packing. Sound does not. */
    enum Packing {
        PACKED(Deflater.BEST_SPEED),
        AS_IT_IS(Deflater.NO_COMPRESSION);

        private final int level;

        Packing(int level) {
            this.level = level;
        }
    }

    void add(String name, Packing packing, Content content) throws IOException, SQLException {
        zip.setLevel(packing.level);
        zip.putNextEntry(new ZipEntry(name));
        Counted out = new Counted(zip);
        long rows = content.write(out);
        zip.closeEntry();
        Part part = new Part(name, out.octets, HexFormat.of().formatHex(out.digest.digest()), rows);
        line(part);
        total = total.and(part);
    }

    private void line(Object line) throws IOException {
        lines.write(JSON.writeValueAsString(line));
        lines.write('\n');
    }

    /**
     * Writes the list; nothing can be added then.
     *
     * @return what all parts are together
     */
    Total finish() throws IOException {
        line(total);
        lines.close();
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        Files.copy(list, zip);
        zip.closeEntry();
        zip.finish();
        return total;
    }

    @Override
    public void close() throws IOException {
        try (lines) {
            zip.close();
        } finally {
            Files.deleteIfExists(list);
        }
    }

    /** Closing it leaves the archive open. */
    private static final class Counted extends FilterOutputStream {
        private final MessageDigest digest = BackupFile.sha256();
        private long octets;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
            digest.update(from, offset, length);
            octets += length;
        }

        @Override
        public void close() {}
    }
}
