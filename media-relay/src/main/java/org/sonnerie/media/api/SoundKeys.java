package org.sonnerie.media.api;

import java.nio.file.Path;
import java.util.Optional;

/** Finds the keys of sound files. May block. Thread safe. */
public interface SoundKeys {
    /**
     * The key that opens a file.
     *
     * @param file its absolute path
     * @return empty: what is there stands in clear, or its key is not to be had
     */
    Optional<SoundKey> find(Path file);

    /**
     * The key that seals a file; made when it is needed for the first time.
     *
     * @param file its absolute path
     * @return empty: what is there stands in clear, or no key is to be had now
     */
    Optional<SoundKey> findOrMake(Path file);
}
