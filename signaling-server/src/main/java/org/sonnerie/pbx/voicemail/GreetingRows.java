package org.sonnerie.pbx.voicemail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sonnerie.pbx.call.GreetingKind;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.NamesTold;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The greetings of mailboxes and people's absences in the database. Thread safe. */
@Repository
class GreetingRows {
    private static final String BOX = " where company_id = ? and box_owner = ? and box_id = ?";

    private final Tables tables;

    GreetingRows(Tables tables) {
        this.tables = tables;
    }

    List<KeptGreeting> of(CompanyId company, MailboxId box) {
        return tables.of(company)
                .sql("select kind, sound, length_millis, recorded_at from voicemail_greeting" + BOX)
                .params(company.text(), box.owner().name(), box.id())
                .query((row, _) -> read(row))
                .list();
    }

    /** The names of those of these people who have recorded them. */
    List<NamesTold.Name> names(CompanyId company, List<PersonId> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        return tables.of(company)
                .sql(
                        "select box_id, sound from voicemail_greeting where company_id = :company"
                                + " and box_owner = :owner and kind = :kind"
                                + " and box_id in (:people)")
                .param("company", company.text())
                .param("owner", MailboxId.Owner.PERSON.name())
                .param("kind", GreetingKind.NAME.name())
                .param("people", people.stream().map(PersonId::text).toList())
                .query((row, _) ->
                        new NamesTold.Name(
                                new PersonId(row.getString("box_id")),
                                new MessageId(row.getString("sound"))))
                .list();
    }

    private static KeptGreeting read(ResultSet row) throws SQLException {
        return new KeptGreeting(
                GreetingKind.valueOf(row.getString("kind")),
                new MessageId(row.getString("sound")),
                Duration.ofMillis(row.getInt("length_millis")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    /** In place of what was there. */
    void put(CompanyId company, MailboxId box, KeptGreeting greeting) {
        tables.together(
                company,
                () -> {
                    remove(company, box, greeting.kind());
                    tables.of(company)
                            .sql(
                                    "insert into voicemail_greeting (company_id, box_owner, box_id, kind,"
                                            + " sound, length_millis, recorded_at) values (?, ?, ?, ?, ?,"
                                            + " ?, ?)")
                            .params(
                                    company.text(),
                                    box.owner().name(),
                                    box.id(),
                                    greeting.kind().name(),
                                    greeting.sound().text(),
                                    Math.toIntExact(greeting.length().toMillis()),
                                    greeting.recorded().atOffset(ZoneOffset.UTC))
                            .update();
                });
    }

    void remove(CompanyId company, MailboxId box, GreetingKind kind) {
        tables.of(company)
                .sql("delete from voicemail_greeting" + BOX + " and kind = ?")
                .params(company.text(), box.owner().name(), box.id(), kind.name())
                .update();
    }

    /** The last day of the newest absence. */
    Optional<LocalDate> awayUntil(CompanyId company, MailboxId box) {
        return tables.of(company)
                .sql("select until_day from voicemail_absence" + BOX)
                .params(company.text(), box.owner().name(), box.id())
                .query((row, _) -> row.getObject("until_day", LocalDate.class))
                .optional();
    }

    void away(CompanyId company, MailboxId box, Optional<LocalDate> until) {
        tables.together(
                company,
                () -> {
                    tables.of(company)
                            .sql("delete from voicemail_absence" + BOX)
                            .params(company.text(), box.owner().name(), box.id())
                            .update();
                    until.ifPresent(day ->
                            tables.of(company)
                                    .sql(
                                            "insert into voicemail_absence (company_id, box_owner, box_id,"
                                                    + " until_day) values (?, ?, ?, ?)")
                                    .params(company.text(), box.owner().name(), box.id(), day)
                                    .update());
                });
    }

    /** The names of all that are used. */
    Set<String> sounds() {
        return new HashSet<>(
                tables.across(ProviderWork.RETENTION)
                        .sql("select sound from voicemail_greeting")
                        .query(String.class)
                        .list());
    }
}
