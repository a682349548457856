package org.sonnerie.pbx.voicemail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.company.StorageUse;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.runtime.Mailboxes.NewMessage;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The messages in the database. */
@Repository
class MessageRows implements StorageUse {
    private static final String ALL =
            "select id, company_id, box_owner, box_id, caller_name, caller_number, left_at,"
                    + " length_millis, cut_short, urgent, heard from voicemail_message";

    private final Tables tables;

    MessageRows(Tables tables) {
        this.tables = tables;
    }

    /** Adds it; nothing happens if it is there. */
    void add(Message message, long bytes) {
        NewMessage facts = message.facts();
        tables.of(facts.company())
                .sql(
                        "insert into voicemail_message (id, company_id, box_owner, box_id,"
                                + " caller_name, caller_number, left_at, length_millis, cut_short,"
                                + " urgent, heard, sound_bytes) select cast(? as varchar(80)), cast(? as"
                                + " varchar(64)), cast(? as varchar(10)), cast(? as varchar(64)),"
                                + " cast(? as varchar(200)), cast(? as varchar(64)), cast(? as"
                                + " timestamp with time zone), cast(? as integer), cast(? as"
                                + " boolean), cast(? as boolean), cast(? as boolean), cast(? as"
                                + " bigint) where not"
                                + " exists (select 1 from voicemail_message where id = ?)")
                .params(
                        facts.id().text(),
                        facts.company().text(),
                        facts.box().owner().name(),
                        facts.box().id(),
                        cut(facts.caller().name(), 200),
                        cut(facts.caller().number(), 64),
                        facts.began().atOffset(ZoneOffset.UTC),
                        Math.toIntExact(message.length().toMillis()),
                        message.cutShort(),
                        message.urgent(),
                        message.heard(),
                        bytes,
                        facts.id().text())
                .update();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    Optional<Message> find(CompanyId company, MessageId id) {
        return tables.of(company)
                .sql(ALL + " where company_id = ? and id = ? and deleted_at is null")
                .params(company.text(), id.text())
                .query((row, _) -> read(row))
                .optional();
    }

    /** One that was deleted and can be taken back. */
    Optional<Message> findDeleted(CompanyId company, MessageId id) {
        return tables.of(company)
                .sql(ALL + " where company_id = ? and id = ? and deleted_at is not null")
                .params(company.text(), id.text())
                .query((row, _) -> read(row))
                .optional();
    }

    /** The newest first. */
    List<Message> in(CompanyId company, MailboxId box) {
        return tables.of(company)
                .sql(
                        ALL
                                + " where company_id = ? and box_owner = ? and box_id = ? and"
                                + " deleted_at is null order by left_at desc, id")
                .params(company.text(), box.owner().name(), box.id())
                .query((row, _) -> read(row))
                .list();
    }

    /** How many of a mailbox nobody has heard. */
    int unheard(CompanyId company, MailboxId box) {
        return tables.of(company)
                .sql(
                        "select count(*) from voicemail_message where company_id = ? and box_owner"
                                + " = ? and box_id = ? and heard = false and deleted_at is null")
                .params(company.text(), box.owner().name(), box.id())
                .query(Integer.class)
                .single();
    }

    /** How many a mailbox holds. */
    int count(CompanyId company, MailboxId box) {
        return tables.of(company)
                .sql(
                        "select count(*) from voicemail_message where company_id = ? and box_owner"
                                + " = ? and box_id = ? and deleted_at is null")
                .params(company.text(), box.owner().name(), box.id())
                .query(Integer.class)
                .single();
    }

    /** How large the sounds of all mailboxes are together. */
    @Override
    public long bytes(CompanyId company) {
        return tables.of(company)
                .sql(
                        "select coalesce(sum(sound_bytes), 0) from voicemail_message where"
                                + " company_id = ? and deleted_at is null")
                .param(company.text())
                .query(Long.class)
                .single();
    }

    /** Those whose size is not known yet. */
    List<NewMessage> unmeasured() {
        return tables.across(ProviderWork.START)
                .sql(ALL + " where sound_bytes = 0")
                .query((row, _) -> read(row).facts())
                .list();
    }

    void measured(MessageId id, long bytes) {
        tables.across(ProviderWork.START)
                .sql("update voicemail_message set sound_bytes = ? where id = ?")
                .params(bytes, id.text())
                .update();
    }

    Optional<NewMessage> facts(MessageId id) {
        return tables.across(ProviderWork.MESSAGE)
                .sql(ALL + " where id = ?")
                .param(id.text())
                .query((row, _) -> read(row).facts())
                .optional();
    }

    void heard(MessageId id) {
        tables.across(ProviderWork.MESSAGE)
                .sql("update voicemail_message set heard = true where id = ?")
                .param(id.text())
                .update();
    }

    void urgent(MessageId id) {
        tables.across(ProviderWork.MESSAGE)
                .sql("update voicemail_message set urgent = true where id = ?")
                .param(id.text())
                .update();
    }

    void deleted(MessageId id, Optional<Instant> at) {
        tables.across(ProviderWork.MESSAGE)
                .sql(
                        "update voicemail_message set deleted_at = cast(? as timestamp with time zone)"
                                + " where id = ?")
                .param(at.map(when -> when.atOffset(ZoneOffset.UTC)).orElse(null))
                .param(id.text())
                .update();
    }

    /** Those deleted before an instant. */
    List<NewMessage> deletedBefore(Instant end) {
        return tables.across(ProviderWork.RETENTION)
                .sql(ALL + " where deleted_at < ?")
                .param(end.atOffset(ZoneOffset.UTC))
                .query((row, _) -> read(row).facts())
                .list();
    }

    /** Those left before an instant. */
    List<NewMessage> leftBefore(CompanyId company, Instant end) {
        return tables.of(company)
                .sql(ALL + " where company_id = ? and left_at < ?")
                .params(company.text(), end.atOffset(ZoneOffset.UTC))
                .query((row, _) -> read(row).facts())
                .list();
    }

    void remove(CompanyId company, MessageId id) {
        tables.of(company)
                .sql("delete from voicemail_message where id = ?")
                .param(id.text())
                .update();
    }

    private static Message read(ResultSet row) throws SQLException {
        NewMessage facts =
                new NewMessage(
                        new MessageId(row.getString("id")),
                        new CompanyId(row.getString("company_id")),
                        new MailboxId(
                                MailboxId.Owner.valueOf(row.getString("box_owner")),
                                row.getString("box_id")),
                        new Named(row.getString("caller_name"), row.getString("caller_number")),
                        row.getObject("left_at", OffsetDateTime.class).toInstant());
        return new Message(
                facts,
                Duration.ofMillis(row.getInt("length_millis")),
                row.getBoolean("cut_short"),
                row.getBoolean("urgent"),
                row.getBoolean("heard"));
    }
}
