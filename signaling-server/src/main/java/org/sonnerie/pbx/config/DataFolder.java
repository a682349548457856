package org.sonnerie.pbx.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The folder that holds password hashes, PINs and keys: made readable to its owner alone. */
public final class DataFolder {
    private DataFolder() {}

    /**
     * Makes the folder if it is not there; one that is there keeps the rights its owner gave it.
     *
     * @param folder an absolute path
     * @return the same
     */
    public static Path prepare(Path folder) {
        try {
            Path parent = folder.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(folder, ownerOnly(folder));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw new UncheckedIOException(folder + " is not a folder", e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + folder + " cannot be made", e);
        }
        return folder;
    }

    /**
     * Makes an empty file that its owner alone can read.
     *
     * @param file of which there is none yet
     * @throws IOException if it cannot be made
     */
    public static void makeFile(Path file) throws IOException {
        Files.createFile(file, rights(file, "rw-------"));
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return rights(folder, "rwx------");
    }

    private static FileAttribute<?>[] rights(Path path, String rights) {
        Set<String> views = path.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
                }
                : new FileAttribute<?>[0];
    }
}
