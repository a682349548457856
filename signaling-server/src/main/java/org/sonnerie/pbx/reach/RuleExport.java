package org.sonnerie.pbx.reach;

import java.io.IOException;
import org.sonnerie.pbx.people.ExportWish;
import org.sonnerie.pbx.people.PersonArchive;
import org.sonnerie.pbx.people.PersonRecords;
import org.springframework.stereotype.Component;

/** Somebody's own rules, and whom he has blocked, in his archive. Thread safe. */
@Component
class RuleExport implements PersonRecords {
    private final ReachRows rows;

    RuleExport(ReachRows rows) {
        this.rows = rows;
    }

    @Override
    public void write(ExportWish wish, PersonArchive archive) throws IOException {
        for (ReachRows.Row row : rows.upTo(wish.account().company(), Long.MAX_VALUE)) {
            if (row.person().equals(wish.account().id())) {
                if (row.body().isPresent()) {
                    archive.text("rules.json", row.body().get());
                }
                if (row.blocked().isPresent()) {
                    archive.text("blocked.json", row.blocked().get());
                }
            }
        }
    }
}
