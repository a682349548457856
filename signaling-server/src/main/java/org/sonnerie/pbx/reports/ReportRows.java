package org.sonnerie.pbx.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.history.CallRecord.Direction;
import org.sonnerie.pbx.history.QueueVisit.End;
import org.sonnerie.pbx.history.Sounded;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.plan.TrunkId;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;

/** Reads the tables {@code report_…}. */
@Repository
class ReportRows {
    private static final int HOURS = 24;
    private static final String CALLS = "calls";
    private static final String TALK = "talk_millis";
    private static final String TRUNK = "trunk_id";
    private static final String OF_STRETCH =
            " where company_id = ? and grain = ? and on_day between ? and ? group by ";

    private final Tables tables;

    ReportRows(Tables tables) {
        this.tables = tables;
    }

    /** Each direction; one that is missing is not wanted. */
    Traffic traffic(CompanyId company, Period period, List<Direction> directions) {
        List<Counts> days = new ArrayList<>(Collections.nCopies(period.days(), Counts.NONE));
        List<Counts> hours = new ArrayList<>(Collections.nCopies(HOURS, Counts.NONE));
        for (Direction direction : directions) {
            tables.of(company)
                    .sql(
                            "select on_day, on_hour, answered, missed, to_voicemail, talk_millis"
                                    + " from report_hour where company_id = ? and direction = ?"
                                    + " and on_day between ? and ?")
                    .params(company.text(), direction.name(), period.first(), period.last())
                    .query((ResultSet row) -> {
                        Counts counts = counts(row);
                        LocalDate day = row.getObject("on_day", LocalDate.class);
                        int place = (int) ChronoUnit.DAYS.between(period.first(), day);
                        days.set(place, days.get(place).and(counts));
                        int hour = row.getInt("on_hour");
                        hours.set(hour, hours.get(hour).and(counts));
                    });
        }
        return new Traffic(days, hours, before(company, period.before(), directions));
    }

    private Counts before(CompanyId company, Period period, List<Direction> directions) {
        Counts all = Counts.NONE;
        for (Direction direction : directions) {
            Counts some =
                    tables.of(company)
                            .sql(
                                    "select coalesce(sum(answered), 0) as answered,"
                                            + " coalesce(sum(missed), 0) as missed,"
                                            + " coalesce(sum(to_voicemail), 0) as to_voicemail,"
                                            + " coalesce(sum(talk_millis), 0) as talk_millis from"
                                            + " report_hour where company_id = ? and direction = ?"
                                            + " and on_day between ? and ?")
                            .params(company.text(), direction.name(), period.first(), period.last())
                            .query((row, _) -> counts(row))
                            .single();
            all = all.and(some);
        }
        return all;
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("answered"),
                row.getLong("missed"),
                row.getLong("to_voicemail"),
                row.getLong(TALK));
    }

    private void read(CompanyId company, Period period, Statement statement) {
        for (Period.Stretch stretch : period.stretches()) {
            tables.of(company)
                    .sql(
                            "select %1$s, %2$s from %3$s"
                                            .formatted(
                                                    statement.keys(),
                                                    statement.sums(),
                                                    statement.table())
                                    + OF_STRETCH
                                    + statement.keys())
                    .params(company.text(), stretch.grain().text(), stretch.first(), stretch.last())
                    .query(statement.row());
        }
    }

    private record Statement(String table, String keys, String sums, RowCallbackHandler row) {}

    /** By queue; under {@link ReportCounts#NO_QUEUE} the callers from outside. */
    Map<String, Waits> waits(CompanyId company, Period period) {
        Map<String, Waits> waits = new LinkedHashMap<>();
        RowCallbackHandler row =
                found ->
                        waits.computeIfAbsent(found.getString("queue_id"), _ -> new Waits())
                                .add(
                                        End.valueOf(found.getString("outcome")),
                                        found.getInt("waited_seconds"),
                                        found.getLong(CALLS),
                                        found.getLong(TALK));
        read(
                company,
                period,
                new Statement(
                        "report_wait",
                        "queue_id, outcome, waited_seconds",
                        "sum(calls) as calls, sum(talk_millis) as talk_millis",
                        row));
        return waits;
    }

    static Map<QueueId, Waits> ofQueues(Map<String, Waits> waits) {
        Map<QueueId, Waits> queues = new LinkedHashMap<>();
        waits.forEach((queue, some) -> {
            if (!queue.equals(ReportCounts.NO_QUEUE)) {
                queues.put(new QueueId(queue), some);
            }
        });
        return queues;
    }

    /** The busiest first. */
    List<PersonFigures> people(CompanyId company, Period period) {
        Map<PersonId, PersonFigures> people = new LinkedHashMap<>();
        RowCallbackHandler row =
                found -> {
                    PersonFigures figures = person(found);
                    people.merge(figures.person(), figures, PersonFigures::and);
                };
        read(
                company,
                period,
                new Statement(
                        "report_person",
                        "person_id",
                        "sum(made) as made, sum(answered) as answered, sum(missed) as missed,"
                                + " sum(elsewhere) as elsewhere, sum(not_rung) as not_rung,"
                                + " sum(talk_millis) as talk_millis",
                        row));
        return people.values().stream()
                .sorted(
                        Comparator.comparingLong(PersonFigures::calls)
                                .reversed()
                                .thenComparing(one -> one.person().text()))
                .toList();
    }

    private static PersonFigures person(ResultSet row) throws SQLException {
        return new PersonFigures(
                new PersonId(row.getString("person_id")),
                "",
                row.getLong("made"),
                row.getLong("answered"),
                row.getLong("missed"),
                row.getLong("elsewhere"),
                row.getLong("not_rung"),
                row.getLong(TALK));
    }

    Map<TrunkId, TrunkFigures> trunks(CompanyId company, Period period) {
        Map<TrunkId, TrunkFigures> trunks = new LinkedHashMap<>();
        read(
                company,
                period,
                new Statement(
                        "report_trunk",
                        "trunk_id, direction, outcome",
                        "sum(calls) as calls, sum(talk_millis) as talk_millis",
                        row -> addTrunk(trunks, row)));
        read(
                company,
                period,
                new Statement(
                        "report_sound",
                        "trunk_id, rating",
                        "sum(calls) as calls",
                        row ->
                                trunk(trunks, row)
                                        .sounded(
                                                Sounded.Rating.valueOf(row.getString("rating")),
                                                row.getLong(CALLS))));
        return trunks;
    }

    private static TrunkFigures trunk(Map<TrunkId, TrunkFigures> trunks, ResultSet row)
            throws SQLException {
        return trunks.computeIfAbsent(new TrunkId(row.getString(TRUNK)), _ -> new TrunkFigures());
    }

    private static void addTrunk(Map<TrunkId, TrunkFigures> trunks, ResultSet row)
            throws SQLException {
        TrunkFigures figures = trunk(trunks, row);
        long calls = row.getLong(CALLS);
        String outcome = row.getString("outcome");
        figures.add(row.getString("direction").equals("OUT"), calls, row.getLong(TALK));
        boolean broken = outcome.startsWith(ReportCounts.BROKEN);
        if (broken || outcome.equals(ReportCounts.CONNECTED)) {
            figures.connected(calls);
        }
        why(outcome).ifPresent(why -> figures.failed(why, calls));
    }

    private static Optional<EndReason> why(String outcome) {
        return outcome.equals(ReportCounts.CONNECTED)
                ? Optional.empty()
                : Optional.of(
                        EndReason.valueOf(
                                outcome.startsWith(ReportCounts.BROKEN)
                                        ? outcome.substring(ReportCounts.BROKEN.length())
                                        : outcome));
    }

    /** The oldest legs that ended before. */
    List<ReportCounts.DueSound> dueSound(CompanyId company, Instant before, int most) {
        return tables.of(company)
                .sql(
                        "select call_id, leg_id, trunk_id, on_day from report_sound_due where"
                                + " company_id = ? and ended_at < ? order by company_id, ended_at"
                                + " limit ?")
                .params(company.text(), before.atOffset(ZoneOffset.UTC), most)
                .query((row, _) ->
                        new ReportCounts.DueSound(
                                new CallId(row.getString("call_id")),
                                new LegId(row.getString("leg_id")),
                                new TrunkId(row.getString(TRUNK)),
                                row.getObject("on_day", LocalDate.class)))
                .list();
    }
}
