package org.sonnerie.pbx.recording;

import java.io.IOException;
import java.util.List;
import org.sonnerie.pbx.people.ExportWish;
import org.sonnerie.pbx.people.PersonArchive;
import org.sonnerie.pbx.people.PersonRecords;
import org.springframework.stereotype.Component;

/** Whose recordings somebody may hear, in his archive; the recordings are theirs. Thread safe. */
@Component
class GrantExport implements PersonRecords {
    private static final List<String> COLUMNS = List.of("recordings", "download");

    private final Grants grants;

    GrantExport(Grants grants) {
        this.grants = grants;
    }

    @Override
    public void write(ExportWish wish, PersonArchive archive) throws IOException {
        archive.table(
                "may-hear.csv",
                COLUMNS,
                grants.find(wish.account().company(), wish.account().id()).stream()
                        .map(grant ->
                                List.of(grant.heard().words(), String.valueOf(grant.download()))));
    }
}
