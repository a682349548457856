package org.sonnerie.pbx.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.stereotype.Repository;

/** The tables {@code call_record} and {@code call_record_leg}. */
@Repository
class CallRecordRows {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 64;
    static final String COLUMNS =
            "r.company_id, r.call_id, r.began_at, r.ended_at, r.direction, r.caller_person,"
                    + " r.caller_name, r.caller_number, r.dialled, r.led_to_kind, r.led_to_name,"
                    + " r.led_to_number, r.answered_at, r.talk_millis, r.end_reason";
    private static final String OF_COMPANY =
            "select " + COLUMNS + " from call_record r where r.company_id = :company";
    private static final String ONE = " and r.call_id = :call";
    private static final String MERGE =
            """
            merge into call_record t using (values (cast(:call as varchar(64)))) as s (call_id)
            on t.call_id = s.call_id
            when not matched then insert (call_id, company_id, began_at, ended_at, direction,
                caller_person, caller_name, caller_number, dialled, led_to_kind, led_to_name,
                led_to_number, answered_at, talk_millis, end_reason)
                values (:call, :company, :began, :ended, :direction, :person, :name, :number,
                :dialled, :ledToKind, :ledToName, :ledToNumber, :answered, :talked, :why)\
            """;
    private static final String MERGE_LEG =
            """
            merge into call_record_leg t using (values (cast(:call as varchar(64)),
                cast(:leg as int))) as s (call_id, leg_number)
            on t.call_id = s.call_id and t.leg_number = s.leg_number
            when not matched then insert (call_id, leg_number, company_id, person_id, shown_name,
                shown_number, was_called, began_at, rang_at, answered_at, ended_at, end_reason)
                values (:call, :leg, :company, :person, :name, :number, :called, :began, :rang,
                :answered, :ended, :why)\
            """;

    private final Tables tables;

    CallRecordRows(Tables tables) {
        this.tables = tables;
    }

    /**
     * Where a record stands in the list.
     *
     * @param began first by this
     * @param call then by this
     */
    record Key(OffsetDateTime began, String call) {}

    /** Writes a record unless it is there already; false: it is. */
    boolean merge(CallRecord record) {
        boolean added = tables.of(record.company()).sql(MERGE).params(columns(record)).update() > 0;
        for (int i = 0; i < record.legs().size(); i++) {
            Map<String, @Nullable Object> columns = columns(record.legs().get(i));
            columns.put("call", record.call().text());
            columns.put("company", record.company().text());
            columns.put("leg", i + 1);
            tables.of(record.company()).sql(MERGE_LEG).params(columns).update();
        }
        return added;
    }

    /** Whether programs were told of a record by an earlier version of the server. */
    boolean wasTold(CompanyId company, CallId call) {
        return tables.of(company)
                .sql("select told from call_record where company_id = ? and call_id = ?")
                .params(company.text(), call.text())
                .query(Boolean.class)
                .single();
    }

    /** Marks a record as counted; false: it was already. */
    boolean isNowCounted(CompanyId company, CallId call) {
        return tables.of(company)
                        .sql(
                                "update call_record set counted = true where company_id = ? and"
                                        + " call_id = ? and counted = false")
                        .params(company.text(), call.text())
                        .update()
                > 0;
    }

    private static Map<String, @Nullable Object> columns(CallRecord record) {
        Map<String, @Nullable Object> columns = columns(record.caller());
        columns.put("call", record.call().text());
        columns.put("company", record.company().text());
        columns.put("began", utc(record.time().began()));
        columns.put("ended", utc(record.time().ended()));
        columns.put("direction", record.direction().name());
        columns.put("dialled", fit(record.way().dialled(), LONGEST_NUMBER));
        columns.put("ledToKind", record.way().ledTo().kind());
        columns.put("ledToName", fit(record.way().ledTo().name(), LONGEST_NAME));
        columns.put("ledToNumber", fit(record.way().ledTo().number(), LONGEST_NUMBER));
        columns.put("answered", utc(record.outcome().answered()));
        columns.put("talked", record.outcome().talked().toMillis());
        columns.put("why", record.outcome().why().map(EndReason::name).orElse(null));
        return columns;
    }

    private static Map<String, @Nullable Object> columns(RecordedLeg leg) {
        Map<String, @Nullable Object> columns = columns(leg.who());
        columns.put("called", leg.called());
        columns.put("began", utc(leg.times().began()));
        columns.put("rang", utc(leg.times().rang()));
        columns.put("answered", utc(leg.times().answered()));
        columns.put("ended", utc(leg.times().ended()));
        columns.put("why", leg.why().map(EndReason::name).orElse(null));
        return columns;
    }

    private static Map<String, @Nullable Object> columns(RecordedParty party) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("person", party.person().map(PersonId::text).orElse(null));
        columns.put("name", fit(party.name(), LONGEST_NAME));
        columns.put("number", fit(party.number(), LONGEST_NUMBER));
        return columns;
    }

    private static String fit(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** Where a call's record stands; empty: the company has none of it. */
    Optional<Key> key(CompanyId company, CallId call) {
        return tables.of(company)
                .sql(
                        "select began_at, call_id from call_record where company_id = ? and call_id"
                                + " = ?")
                .params(company.text(), call.text())
                .query((row, _) ->
                        new Key(row.getObject(1, OffsetDateTime.class), row.getString(2)))
                .optional();
    }

    Optional<CallRecord> find(CompanyId company, CallId call) {
        return tables.of(company)
                .sql(OF_COMPANY + ONE)
                .param("company", company.text())
                .param("call", call.text())
                .query((row, _) -> record(row, legs(company, call)))
                .optional();
    }

    private List<RecordedLeg> legs(CompanyId company, CallId call) {
        return tables.of(company)
                .sql(
                        "select person_id, shown_name, shown_number, was_called, began_at, rang_at,"
                                + " answered_at, ended_at, end_reason from call_record_leg"
                                + " where company_id = ? and call_id = ? order by leg_number")
                .params(company.text(), call.text())
                .query((row, _) -> leg(row))
                .list();
    }

    /** From the columns above. */
    static CallRecord record(ResultSet row, List<RecordedLeg> legs) throws SQLException {
        return new CallRecord(
                new CompanyId(row.getString("company_id")),
                new CallId(row.getString("call_id")),
                new CallRecord.Span(
                        instant(row, "began_at").orElseThrow(),
                        instant(row, "ended_at").orElseThrow()),
                CallRecord.Direction.valueOf(row.getString("direction")),
                party(row, "caller_person", "caller_name", "caller_number"),
                new CallRecord.Way(
                        row.getString("dialled"),
                        new Place(
                                row.getString("led_to_kind"),
                                row.getString("led_to_name"),
                                row.getString("led_to_number"))),
                new CallRecord.Outcome(
                        instant(row, "answered_at"),
                        Duration.ofMillis(row.getLong("talk_millis")),
                        why(row)),
                legs);
    }

    private static RecordedLeg leg(ResultSet row) throws SQLException {
        return new RecordedLeg(
                party(row, "person_id", "shown_name", "shown_number"),
                row.getBoolean("was_called"),
                new RecordedLeg.Times(
                        instant(row, "began_at").orElseThrow(),
                        instant(row, "rang_at"),
                        instant(row, "answered_at"),
                        instant(row, "ended_at")),
                why(row));
    }

    private static RecordedParty party(ResultSet row, String person, String name, String number)
            throws SQLException {
        return new RecordedParty(
                Optional.ofNullable(row.getString(person)).map(PersonId::new),
                row.getString(name),
                row.getString(number));
    }

    private static Optional<EndReason> why(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("end_reason")).map(EndReason::valueOf);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utc(Optional<Instant> instant) {
        return instant.map(CallRecordRows::utc).orElse(null);
    }
}
