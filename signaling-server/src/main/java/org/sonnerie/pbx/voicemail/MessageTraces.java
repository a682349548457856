package org.sonnerie.pbx.voicemail;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.sonnerie.pbx.config.Retention;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.privacy.NumberTraces;
import org.sonnerie.pbx.privacy.TraceKind;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

/**
 * The messages that a number left. Erased, they cannot be taken back, and the next look for what is
 * not kept any more takes them away with their sound. Thread safe.
 */
@Repository
class MessageTraces implements NumberTraces {
    private static final String OF_NUMBER =
            " where company_id = ? and caller_number = ? and (deleted_at is null or deleted_at > ?)";

    private final Tables tables;
    private final InstantSource clock;
    private final ApplicationEventPublisher news;

    MessageTraces(Tables tables, InstantSource clock, ApplicationEventPublisher news) {
        this.tables = tables;
        this.clock = clock;
        this.news = news;
    }

    @Override
    public TraceKind kind() {
        return TraceKind.MESSAGES;
    }

    @Override
    public int count(CompanyId company, String number) {
        return tables.of(company)
                .sql("select count(*) from voicemail_message" + OF_NUMBER)
                .params(company.text(), number, gone().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private Instant gone() {
        return Retention.deletedForGood(clock.instant());
    }

    @Override
    public int erase(CompanyId company, String number) {
        Instant gone = gone();
        List<MailboxId> boxes =
                tables.of(company)
                        .sql("select distinct box_owner, box_id from voicemail_message" + OF_NUMBER)
                        .params(company.text(), number, gone.atOffset(ZoneOffset.UTC))
                        .query((row, _) ->
                                new MailboxId(
                                        MailboxId.Owner.valueOf(row.getString(1)),
                                        row.getString(2)))
                        .list();
        int erased =
                tables.of(company)
                        .sql("update voicemail_message set deleted_at = ?" + OF_NUMBER)
                        .params(
                                gone.atOffset(ZoneOffset.UTC),
                                company.text(),
                                number,
                                gone.atOffset(ZoneOffset.UTC))
                        .update();
        boxes.forEach(box -> news.publishEvent(new MailboxChanged(company, box)));
        return erased;
    }
}
