package org.sonnerie.pbx.voicemail;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.sonnerie.pbx.config.Retention;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.PersonRemoved;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Empties the mailbox of whoever is deleted: his messages cannot be taken back, and the next look
 * for what is not kept any more takes them and his greetings away with their sound. Thread safe.
 */
@Component
class LeftMailbox {
    private final Tables tables;
    private final InstantSource clock;

    LeftMailbox(Tables tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
    }

    @EventListener
    void forget(PersonRemoved event) {
        Account account = event.account();
        MailboxId box = MailboxId.of(account.id());
        Instant due = Retention.deletedForGood(clock.instant());
        tables.of(account.company())
                .sql(
                        "update voicemail_message set deleted_at = ? where company_id = ?"
                                + " and box_owner = ? and box_id = ?")
                .params(
                        due.atOffset(ZoneOffset.UTC),
                        account.company().text(),
                        box.owner().name(),
                        box.id())
                .update();
        for (String table : List.of("voicemail_greeting", "voicemail_absence")) {
            tables.of(account.company())
                    .sql(
                            "delete from "
                                    + table
                                    + " where company_id = ? and box_owner = ? and box_id = ?")
                    .params(account.company().text(), box.owner().name(), box.id())
                    .update();
        }
    }
}
