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
final class DataFolder {
    private DataFolder() {}

    /**
     * Makes the folder if it is not there; one that is there keeps the rights its owner gave it.
     *
     * @param folder an absolute path
     * @return the same
     */
    static Path prepare(Path folder) {
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

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        Set<String> views = folder.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
