package org.sonnerie.pbx.prompts;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.sonnerie.pbx.prompts.PackRefusedException.Why;

/**
 * Goes through the files of an archive: ZIP, TAR, or TAR compressed by gzip. Nothing of it ever
 * touches the disk. Not thread safe.
 */
final class PackArchive {
    private static final int MOST_FILES = 10_000;
    private static final long MOST_OCTETS = 128L << 20;
    private static final int MOST_OCTETS_OF_A_FILE = 32 << 20;
    private static final int GZIP_MAGIC = 0x1F8B;
    private static final int ZIP_MAGIC = 0x504B;

    private final byte[] archive;
    private long octets;
    private int files;

    PackArchive(byte[] archive) {
        this.archive = archive;
    }

    /** Takes the files one after another. */
    interface Visitor {
        /** Whether the content of a file is wanted. */
        boolean wants(String path);

        /** Takes a file that is. */
        void take(String path, byte[] content);
    }

    /** Shows all files; {@code visitor} may have seen some when the archive is refused. */
    void visit(Visitor visitor) throws PackRefusedException {
        try (ArchiveInputStream<? extends ArchiveEntry> in = opened()) {
            ArchiveEntry entry = in.getNextEntry();
            if (entry == null) {
                throw new PackRefusedException(Why.NO_ARCHIVE);
            }
            while (entry != null) {
                visit(entry, in, visitor);
                entry = in.getNextEntry();
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new PackRefusedException(Why.NO_ARCHIVE, broken);
        }
    }

    private ArchiveInputStream<? extends ArchiveEntry> opened()
            throws IOException, PackRefusedException {
        int magic = archive.length < 2 ? 0 : ((archive[0] & 0xFF) << 8) | (archive[1] & 0xFF);
        InputStream in = new ByteArrayInputStream(archive);
        return switch (magic) {
            case 0 -> throw new PackRefusedException(Why.NO_ARCHIVE);
            case ZIP_MAGIC -> new ZipArchiveInputStream(in);
            case GZIP_MAGIC ->
                    new TarArchiveInputStream(new BufferedInputStream(new GZIPInputStream(in)));
            default -> new TarArchiveInputStream(in);
        };
    }

    private void visit(ArchiveEntry entry, InputStream in, Visitor visitor)
            throws IOException, PackRefusedException {
        if (!isWithin(entry.getName()) || isLink(entry)) {
            throw new PackRefusedException(Why.BAD_PATH);
        }
        if (++files > MOST_FILES) {
            throw new PackRefusedException(Why.TOO_MANY_FILES);
        }
        if (entry.isDirectory()) {
            return;
        }
        boolean wanted = visitor.wants(entry.getName());
        byte[] content = in.readNBytes(MOST_OCTETS_OF_A_FILE + 1);
        octets += content.length;
        if (content.length > MOST_OCTETS_OF_A_FILE || octets > MOST_OCTETS) {
            throw new PackRefusedException(Why.TOO_LARGE);
        }
        if (wanted) {
            visitor.take(entry.getName(), content);
        }
    }

    /** A pack that names a place outside of itself is not an honest one, though none is used. */
    private static boolean isWithin(String path) {
        boolean up = path.matches("(?:.*[/\\\\])?\\.\\.(?:[/\\\\].*)?");
        return !up && !path.startsWith("/") && path.indexOf('\\') < 0 && path.indexOf(':') < 0;
    }

    private static boolean isLink(ArchiveEntry entry) {
        return switch (entry) {
            case TarArchiveEntry tar ->
                    tar.isSymbolicLink()
                            || tar.isLink()
                            || tar.isFIFO()
                            || tar.isCharacterDevice()
                            || tar.isBlockDevice();
            case ZipArchiveEntry zip -> zip.isUnixSymlink();
            default -> false;
        };
    }
}
