package org.sonnerie.pbx.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of one kind of sounds, each in the folder of its company: {@code <company>/<file>}.
 *
 * @param path of the folder; it need not exist yet
 */
public record SoundFolder(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(SoundFolder.class);

    /** What is deleted does not come back by being replaced. */
    private static final ReentrantLock CHANGES = new ReentrantLock();

    /**
     * Where a file is, or would be.
     *
     * @param company whose
     * @param file its name
     * @return its path
     */
    public Path of(String company, String file) {
        return path.resolve(company).resolve(file);
    }

    /**
     * All files of all companies.
     *
     * @return in no order
     * @throws UncheckedIOException if the folder cannot be read
     */
    public List<Path> all() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(path, 2)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How large a file is.
     *
     * @param file which
     * @return bytes; 0: it is not there
     * @throws UncheckedIOException if that cannot be found out
     */
    public static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Deletes all files of a company. What cannot be deleted is logged.
     *
     * @param company whose
     */
    public void deleteAll(String company) {
        Path folder = path.resolve(company);
        all().stream().filter(file -> file.startsWith(folder)).forEach(SoundFolder::delete);
        boolean ignored = delete(folder);
    }

    /**
     * Whether a file was being made when whoever made it ended.
     *
     * @param file in such a folder
     * @return true: nobody needs it, unless it is still being made
     */
    public static boolean isLeftOver(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".part") || name.endsWith(".sealing");
    }

    /**
     * Puts a file in another's place, unless that one was deleted meanwhile; then this one goes
     * too.
     *
     * @param by a file in the same folder
     * @param file what it replaces
     * @return whether it did
     * @throws IOException if it could not be moved
     */
    public static boolean replace(Path by, Path file) throws IOException {
        CHANGES.lock();
        try {
            if (Files.exists(file)) {
                Files.move(by, file, StandardCopyOption.ATOMIC_MOVE);
                return true;
            }
            Files.delete(by);
            return false;
        } finally {
            CHANGES.unlock();
        }
    }

    /**
     * Deletes a file, if it is there. That it cannot be deleted is logged.
     *
     * @param file which
     * @return whether it was there and is gone
     */
    public static boolean delete(Path file) {
        CHANGES.lock();
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted: {}", file.getFileName(), e.getMessage());
            return false;
        } finally {
            CHANGES.unlock();
        }
    }
}
