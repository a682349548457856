package org.sonnerie.pbx.voicemail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The outbox in the database. */
@Repository
class LetterRows implements Outbox {
    private static final int AT_ONCE = 50;

    private final Tables tables;

    LetterRows(Tables tables) {
        this.tables = tables;
    }

    /** Adds it; nothing happens if it is there, sent or not. */
    void add(Letter letter, Optional<Instant> due) {
        tables.of(letter.company())
                .sql(
                        "insert into voicemail_mail (id, message_id, company_id, address, language,"
                                + " attempts, due_at) select cast(? as varchar(100)), cast(? as"
                                + " varchar(80)), cast(? as varchar(64)), cast(? as varchar(254)),"
                                + " cast(? as varchar(8)), 0, cast(? as timestamp with time zone)"
                                + " where not exists (select 1 from voicemail_mail where id = ?)")
                .param(letter.id())
                .param(letter.message().text())
                .param(letter.company().text())
                .param(letter.address())
                .param(letter.language().getLanguage())
                .param(due.map(LetterRows::utc).orElse(null))
                .param(letter.id())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The message's caller is gone: whatever waits for that is due. */
    void release(MessageId message, Instant now) {
        tables.across(ProviderWork.MESSAGE)
                .sql(
                        "update voicemail_mail set due_at = ? where message_id = ? and due_at is"
                                + " null and sent_at is null and over_at is null")
                .params(utc(now), message.text())
                .update();
    }

    /** No caller is left. */
    void releaseAll(Instant now) {
        tables.across(ProviderWork.START)
                .sql(
                        "update voicemail_mail set due_at = ? where due_at is null and sent_at is"
                                + " null and over_at is null")
                .param(utc(now))
                .update();
    }

    void remove(CompanyId company, MessageId message) {
        tables.of(company)
                .sql("delete from voicemail_mail where message_id = ?")
                .param(message.text())
                .update();
    }

    @Override
    public List<Letter> due(Instant now) {
        return tables.across(ProviderWork.OUTBOX)
                .sql(
                        "select id, message_id, company_id, address, language, attempts from"
                                + " voicemail_mail where due_at <= ? order by due_at, id limit "
                                + AT_ONCE)
                .param(utc(now))
                .query((row, _) -> read(row))
                .list();
    }

    private static Letter read(ResultSet row) throws SQLException {
        return new Letter(
                row.getString("id"),
                new MessageId(row.getString("message_id")),
                new CompanyId(row.getString("company_id")),
                row.getString("address"),
                Locale.of(row.getString("language")),
                row.getInt("attempts"));
    }

    @Override
    public void sent(Letter letter, Instant now) {
        tables.of(letter.company())
                .sql(
                        "update voicemail_mail set due_at = null, sent_at = ?, attempts = attempts"
                                + " + 1 where id = ?")
                .params(utc(now), letter.id())
                .update();
    }

    @Override
    public void again(Letter letter, Instant due) {
        tables.of(letter.company())
                .sql("update voicemail_mail set due_at = ?, attempts = attempts + 1 where id = ?")
                .params(utc(due), letter.id())
                .update();
    }

    @Override
    public void over(Letter letter, Instant now) {
        tables.of(letter.company())
                .sql("update voicemail_mail set due_at = null, over_at = ? where id = ?")
                .params(utc(now), letter.id())
                .update();
    }
}
