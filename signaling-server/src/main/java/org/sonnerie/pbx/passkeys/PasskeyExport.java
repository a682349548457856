package org.sonnerie.pbx.passkeys;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.sonnerie.pbx.people.ExportWish;
import org.sonnerie.pbx.people.PersonArchive;
import org.sonnerie.pbx.people.PersonRecords;
import org.springframework.stereotype.Component;

/** The names of somebody's passkeys in his archive. Thread safe. */
@Component
class PasskeyExport implements PersonRecords {
    private final Passkeys passkeys;

    PasskeyExport(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public void write(ExportWish wish, PersonArchive archive) throws IOException {
        archive.table(
                "passkeys.csv",
                List.of("name", "made", "last_used"),
                passkeys.of(wish.account().company(), wish.account().id()).stream()
                        .map(one ->
                                List.of(
                                        one.label(),
                                        one.made().toString(),
                                        one.used().map(Instant::toString).orElse(""))));
    }
}
