package org.sonnerie.pbx.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key in a file of its owner's alone, made once. */
public final class KeyFile {
    /** How long a key is. */
    static final int OCTETS = 32;

    private KeyFile() {}

    /**
     * The key in a file; made and forced to disk where there is none.
     *
     * @param file in a folder that exists
     * @return for AES or HMAC
     */
    public static SecretKey of(Path file) {
        byte[] octets = octets(file, OCTETS, KeyFile::random);
        SecretKey key = new SecretKeySpec(octets, "AES");
        Arrays.fill(octets, (byte) 0);
        return key;
    }

    /**
     * A key of another form; made and forced to disk where there is none.
     *
     * @param file in a folder that exists
     * @param length in octets
     * @param made a new key
     * @return what the file holds
     */
    public static byte[] octets(Path file, int length, Supplier<byte[]> made) {
        try {
            if (Files.notExists(file)) {
                make(file, made.get());
            }
            byte[] octets = Files.readAllBytes(file);
            if (octets.length != length) {
                throw new IOException("it has " + octets.length + " octets, not " + length);
            }
            return octets;
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be read or made", e);
        }
    }

    /** One key or several behind each other; one is made where there is none. */
    static byte[] several(Path file) {
        try {
            if (Files.notExists(file)) {
                make(file, random());
            }
            byte[] octets = Files.readAllBytes(file);
            if (octets.length == 0 || octets.length % OCTETS != 0) {
                throw new IOException(
                        "it has " + octets.length + " octets, not " + OCTETS + " for each key");
            }
            return octets;
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be read or made", e);
        }
    }

    /**
     * What the file holds from now on: all of it, or what it held before.
     *
     * @param file in a folder that exists
     * @param octets overwritten with zeros
     */
    public static void replace(Path file, byte[] octets) {
        try {
            make(file, octets);
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be changed", e);
        }
    }

    static byte[] random() {
        byte[] octets = new byte[OCTETS];
        new SecureRandom().nextBytes(octets);
        return octets;
    }

    /** Under another name first: a file cut short by a crash would be a wrong key for good. */
    private static void make(Path file, byte[] octets) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (FileChannel channel =
                FileChannel.open(
                        part,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        ownerOnly(part))) {
            ByteBuffer rest = ByteBuffer.wrap(octets);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Arrays.fill(octets, (byte) 0);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(file);
    }

    /** The new name must be on the disk too; systems without POSIX see to that themselves. */
    private static void forceFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && isPosix(file)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
