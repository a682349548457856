package org.sonnerie.pbx.security;

import java.io.IOException;
import java.util.List;
import org.sonnerie.pbx.people.ExportWish;
import org.sonnerie.pbx.people.PersonArchive;
import org.sonnerie.pbx.people.PersonRecords;
import org.springframework.stereotype.Component;

/** Where somebody is signed in, in his archive; never by what. Thread safe. */
@Component
class SessionExport implements PersonRecords {
    private final Sessions sessions;

    SessionExport(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void write(ExportWish wish, PersonArchive archive) throws IOException {
        archive.table(
                "sessions.csv",
                List.of("since", "last_used", "address", "program", "system"),
                sessions.of(wish.account().company(), wish.account().id(), "").stream()
                        .map(one ->
                                List.of(
                                        one.since().toString(),
                                        one.lastUsed().toString(),
                                        one.address(),
                                        one.browser().program().orElse(""),
                                        one.browser().system().orElse(""))));
    }
}
