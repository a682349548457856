package org.sonnerie.pbx.people;

import java.io.IOException;

/** What one feature keeps of people, for the archive of a person. */
public interface PersonRecords {
    /**
     * Puts into an archive what is kept of its person; never a secret, nor anything by which
     * somebody could sign in.
     *
     * @param wish of whom, and for whom
     * @param archive takes it
     * @throws IOException if it does not take it
     */
    void write(ExportWish wish, PersonArchive archive) throws IOException;
}
