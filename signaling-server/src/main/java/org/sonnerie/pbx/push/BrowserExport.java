package org.sonnerie.pbx.push;

import java.io.IOException;
import java.util.List;
import org.sonnerie.pbx.people.ExportWish;
import org.sonnerie.pbx.people.PersonArchive;
import org.sonnerie.pbx.people.PersonRecords;
import org.springframework.stereotype.Component;

/** Which of somebody's browsers can be woken, in his archive; never how. Thread safe. */
@Component
class BrowserExport implements PersonRecords {
    private final Subscriptions subscriptions;

    BrowserExport(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public void write(ExportWish wish, PersonArchive archive) throws IOException {
        archive.table(
                "notifications.csv",
                List.of("push_service", "language"),
                subscriptions.of(wish.account().id()).stream()
                        .map(one -> List.of(one.endpoint().getHost(), one.language())));
    }
}
