package org.sonnerie.pbx.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.company.StorageUse;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.runtime.CallRecordings.NewRecording;
import org.sonnerie.pbx.runtime.CallRecordings.Of;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The recordings in the database. */
@Repository
class RecordingRows implements StorageUse {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 64;
    static final String ALL =
            "select id, company_id, call_id, room_id, asked_by, one_name, one_number, other_name,"
                    + " other_number, began_at, length_millis, state from call_recording r";

    private final Tables tables;

    RecordingRows(Tables tables) {
        this.tables = tables;
    }

    /** Adds it as one that runs; nothing happens if it is there. */
    void add(NewRecording facts) {
        Of.Call call =
                facts.of() instanceof Of.Call one
                        ? one
                        : new Of.Call("", new Named("", ""), new Named("", ""));
        tables.of(facts.company())
                .sql(
                        "insert into call_recording (id, company_id, call_id, room_id, asked_by,"
                                + " one_name, one_number, other_name, other_number, began_at,"
                                + " length_millis, state) select cast(? as varchar(80)), cast(? as"
                                + " varchar(64)), cast(? as varchar(64)), cast(? as varchar(64)),"
                                + " cast(? as varchar(64)), cast(? as varchar(200)), cast(? as"
                                + " varchar(64)), cast(? as varchar(200)), cast(? as varchar(64)),"
                                + " cast(? as timestamp with time zone), 0, 'RUNNING' where not"
                                + " exists (select 1 from call_recording where id = ?)")
                .param(facts.id().text())
                .param(facts.company().text())
                .param(call.call().isEmpty() ? null : call.call())
                .param(roomOf(facts))
                .param(facts.by().map(PersonId::text).orElse(null))
                .param(cut(call.one().name(), LONGEST_NAME))
                .param(cut(call.one().number(), LONGEST_NUMBER))
                .param(cut(call.other().name(), LONGEST_NAME))
                .param(cut(call.other().number(), LONGEST_NUMBER))
                .param(facts.began().atOffset(ZoneOffset.UTC))
                .param(facts.id().text())
                .update();
    }

    private static @Nullable String roomOf(NewRecording facts) {
        return facts.of() instanceof Of.Conference(RoomId room) ? room.text() : null;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    /** It is over. */
    void over(KeptRecording recording, long bytes) {
        tables.of(recording.facts().company())
                .sql(
                        "update call_recording set length_millis = ?, state = ?, sound_bytes = ?"
                                + " where id = ?")
                .params(
                        recording.length().toMillis(),
                        recording.state().name(),
                        bytes,
                        recording.facts().id().text())
                .update();
    }

    /** How large all are together; those that run do not count yet. */
    @Override
    public long bytes(CompanyId company) {
        return tables.of(company)
                .sql(
                        "select coalesce(sum(sound_bytes), 0) from call_recording where"
                                + " company_id = ? and deleted_at is null")
                .param(company.text())
                .query(Long.class)
                .single();
    }

    /** Those that are over and whose size is not known yet. */
    List<NewRecording> unmeasured() {
        return tables.across(ProviderWork.START)
                .sql(ALL + " where sound_bytes = 0 and state <> 'RUNNING'")
                .query((row, _) -> read(row).facts())
                .list();
    }

    void measured(CompanyId company, RecordingId id, long bytes) {
        tables.of(company)
                .sql("update call_recording set sound_bytes = ? where id = ?")
                .params(bytes, id.text())
                .update();
    }

    Optional<KeptRecording> find(CompanyId company, RecordingId id) {
        return one(company, id, " and deleted_at is null");
    }

    /** One that was deleted and can be taken back. */
    Optional<KeptRecording> findDeleted(CompanyId company, RecordingId id) {
        return one(company, id, " and deleted_at is not null");
    }

    private Optional<KeptRecording> one(CompanyId company, RecordingId id, String more) {
        return tables.of(company)
                .sql(ALL + " where company_id = ? and id = ?" + more)
                .params(company.text(), id.text())
                .query((row, _) -> read(row))
                .optional();
    }

    /** Those that a person asked for and that are over, the newest first. */
    List<KeptRecording> askedBy(CompanyId company, PersonId person, int most) {
        return tables.of(company)
                .sql(
                        ALL
                                + " where company_id = ? and asked_by = ? and deleted_at is null"
                                + " and state <> 'RUNNING' order by began_at desc, id limit ?")
                .params(company.text(), person.text(), most)
                .query((row, _) -> read(row))
                .list();
    }

    /**
     * Those that are over and that a person asked for, or of calls in which he talked, the newest
     * first.
     *
     * @param own only those he asked for
     */
    List<KeptRecording> with(CompanyId company, PersonId person, boolean own) {
        String talked =
                own
                        ? ""
                        : " or call_id in (select p.call_id from call_record_person p where"
                                + " p.company_id = :company and p.person_id = :person and p.part in"
                                + " ('TOOK', 'CALLED'))";
        return tables.of(company)
                .sql(
                        ALL
                                + " where company_id = :company and deleted_at is null and state <>"
                                + " 'RUNNING' and (asked_by = :person"
                                + talked
                                + ") order by began_at desc, id")
                .param("company", company.text())
                .param("person", person.text())
                .query((row, _) -> read(row))
                .list();
    }

    void deleted(CompanyId company, RecordingId id, Optional<Instant> at) {
        tables.of(company)
                .sql(
                        "update call_recording set deleted_at = cast(? as timestamp with time zone)"
                                + " where id = ?")
                .param(at.map(when -> when.atOffset(ZoneOffset.UTC)).orElse(null))
                .param(id.text())
                .update();
    }

    /** Those that began or were deleted long ago. */
    List<NewRecording> old(CompanyId company, Instant beganBefore, Instant deletedBefore) {
        return tables.of(company)
                .sql(
                        ALL
                                + " where company_id = ? and state <> 'RUNNING' and (began_at < ?"
                                + " or deleted_at < ?)")
                .params(
                        company.text(),
                        beganBefore.atOffset(ZoneOffset.UTC),
                        deletedBefore.atOffset(ZoneOffset.UTC))
                .query((row, _) -> read(row).facts())
                .list();
    }

    void remove(CompanyId company, RecordingId id) {
        tables.of(company).sql("delete from call_recording where id = ?").param(id.text()).update();
    }

    static KeptRecording read(ResultSet row) throws SQLException {
        String room = row.getString("room_id");
        Of of =
                room == null
                        ? new Of.Call(
                                Optional.ofNullable(row.getString("call_id")).orElse(""),
                                new Named(row.getString("one_name"), row.getString("one_number")),
                                new Named(
                                        row.getString("other_name"), row.getString("other_number")))
                        : new Of.Conference(new RoomId(room));
        NewRecording facts =
                new NewRecording(
                        new RecordingId(row.getString("id")),
                        new CompanyId(row.getString("company_id")),
                        of,
                        Optional.ofNullable(row.getString("asked_by")).map(PersonId::new),
                        row.getObject("began_at", OffsetDateTime.class).toInstant());
        return new KeptRecording(
                facts,
                Duration.ofMillis(row.getLong("length_millis")),
                KeptRecording.State.valueOf(row.getString("state")));
    }
}
