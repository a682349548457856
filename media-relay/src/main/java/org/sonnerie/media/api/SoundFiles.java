package org.sonnerie.media.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of sounds, which stand sealed where their place has a key. Those in clear are read as
 * they are. Thread safe.
 */
public interface SoundFiles {
    /**
     * Opens a file.
     *
     * @param file its absolute path
     * @return the sound in clear, which is not passed on before it was found to be unchanged; it
     *     skips without opening what is between; to be closed
     * @throws DamagedSoundException if it cannot be opened; reading throws it as well
     * @throws java.nio.file.NoSuchFileException if there is none
     * @throws IOException if it cannot be read
     */
    InputStream open(Path file) throws IOException;

    /**
     * How much sound there is.
     *
     * @param file its absolute path
     * @return octets, in clear
     * @throws DamagedSoundException if the file was cut off
     * @throws IOException as {@link #open}
     */
    long octets(Path file) throws IOException;

    /**
     * Writes a file anew, all of it or nothing; it is on the disk on return.
     *
     * @param file its absolute path; folders are made
     * @param sound in clear
     * @throws IOException if it cannot be written
     */
    void write(Path file, InputStream sound) throws IOException;

    /**
     * Completes a file that whoever wrote it did not end: what arrived whole is kept. Nothing
     * happens to one that is complete, in clear, or not there.
     *
     * @param file its absolute path
     * @throws DamagedSoundException if its key is not here; the file is as it was
     * @throws IOException if it cannot be read or written
     */
    void complete(Path file) throws IOException;

    /**
     * Seals what stands in clear.
     *
     * @param file its absolute path, nobody writes there
     * @return a sealed copy beside it, on the disk, to be put in its place; empty: it is sealed
     *     already, or there is no key or no file
     * @throws IOException if it cannot be read or written
     */
    Optional<Path> sealedCopy(Path file) throws IOException;
}
