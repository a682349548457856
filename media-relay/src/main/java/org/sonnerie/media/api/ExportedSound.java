package org.sonnerie.media.api;

import java.io.IOException;
import java.io.InputStream;

/** A file that is made while it is read. Thread safe; what it opens is not. */
public interface ExportedSound {
    /**
     * Its size.
     *
     * @return octets, exactly
     */
    long octets();

    /**
     * Begins to make it.
     *
     * @return from its first octet; to be closed
     * @throws IOException if what it is made of cannot be read
     */
    InputStream open() throws IOException;
}
