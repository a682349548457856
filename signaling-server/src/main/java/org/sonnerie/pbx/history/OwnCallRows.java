package org.sonnerie.pbx.history;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The table {@code call_record_person}. */
@Repository
class OwnCallRows {
    private static final String MERGE =
            """
            merge into call_record_person t using (values (cast(:call as varchar(64)),
                cast(:person as varchar(64)))) as s (call_id, person_id)
            on t.call_id = s.call_id and t.person_id = s.person_id
            when not matched then insert (call_id, person_id, company_id, began_at, part,
                talk_millis)
                values (:call, :person, :company, :began, :part, :talked)\
            """;

    private final Tables tables;

    OwnCallRows(Tables tables) {
        this.tables = tables;
    }

    /** Writes whom a call concerned, unless it is there already. */
    void merge(CallRecord record, Map<PersonId, Part> parts) {
        parts.forEach((person, part) ->
                tables.of(record.company())
                        .sql(MERGE)
                        .param("call", record.call().text())
                        .param("person", person.text())
                        .param("company", record.company().text())
                        .param("began", record.time().began().atOffset(ZoneOffset.UTC))
                        .param("part", part.role().name())
                        .param("talked", part.talked().toMillis())
                        .update());
    }

    boolean concerns(CompanyId company, PersonId person, CallId call) {
        return tables.of(company)
                        .sql(
                                "select count(*) from call_record_person where company_id = ?"
                                        + " and person_id = ? and call_id = ?")
                        .params(company.text(), person.text(), call.text())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The newest of a person, the records without their legs. */
    List<OwnCall> newest(
            CompanyId company, PersonId person, Optional<CallRecordRows.Key> after, int limit) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("company", company.text());
        wanted.put("person", person.text());
        StringBuilder sql = new StringBuilder("select p.part, p.talk_millis as own_talk_millis, ");
        sql.append(CallRecordRows.COLUMNS)
                .append(
                        " from call_record_person p join call_record r on r.call_id = p.call_id"
                                + " where p.company_id = :company and p.person_id = :person");
        after.ifPresent(key -> {
            sql.append(" and (p.began_at < :began or (p.began_at = :began and p.call_id < :call))");
            wanted.put("began", key.began());
            wanted.put("call", key.call());
        });
        sql.append(
                " order by p.company_id desc, p.person_id desc, p.began_at desc, p.call_id desc"
                        + " limit :limit");
        wanted.put("limit", limit);
        return tables.of(company)
                .sql(sql.toString())
                .params(wanted)
                .query((row, _) ->
                        new OwnCall(
                                CallRecordRows.record(row, List.of()),
                                new Part(
                                        Part.Role.valueOf(row.getString("part")),
                                        Duration.ofMillis(row.getLong("own_talk_millis")))))
                .list();
    }
}
