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
import java.util.stream.Collectors;
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
            " where company_id = ? and grain = ? and on_day between ? and ?";

    private final Tables tables;

    ReportRows(Tables tables) {
        this.tables = tables;
    }

    /** Each direction; one that is missing is not wanted. */
    Traffic traffic(CompanyId company, Period period, List<Direction> directions) {
        List<Counts> days = new ArrayList<>(Collections.nCopies(period.days(), Counts.NONE));
        List<Counts> before = new ArrayList<>();
        RowCallbackHandler row =
                found -> {
                    LocalDate day = found.getObject("on_day", LocalDate.class);
                    int place = (int) ChronoUnit.DAYS.between(period.first(), day);
                    if (place < 0) {
                        before.add(counts(found));
                    } else {
                        days.set(place, days.get(place).and(counts(found)));
                    }
                };
        days(company, directions, period.before().first(), period.last(), row);
        return new Traffic(days, hours(company, period, directions), Counts.sum(before));
    }

    private void days(
            CompanyId company,
            List<Direction> directions,
            LocalDate first,
            LocalDate last,
            RowCallbackHandler row) {
        List<Object> values = new ArrayList<>(List.of(company.text(), first, last));
        directions.forEach(direction -> values.add(direction.name()));
        tables.of(company)
                .sql(
                        "select on_day, answered, missed, to_voicemail, talk_millis from report_day"
                                + " where company_id = ? and on_day between ? and ? and direction"
                                + " in (%s)"
                                        .formatted(
                                                String.join(
                                                        ", ",
                                                        Collections.nCopies(
                                                                directions.size(), "?"))))
                .params(values)
                .query(row);
    }

    private List<Counts> hours(CompanyId company, Period period, List<Direction> directions) {
        List<Counts> hours = new ArrayList<>(Collections.nCopies(HOURS, Counts.NONE));
        RowCallbackHandler row =
                found -> {
                    if (directions.contains(Direction.valueOf(found.getString("direction")))) {
                        int hour = found.getInt("on_hour");
                        hours.set(hour, hours.get(hour).and(counts(found)));
                    }
                };
        read(
                company,
                period,
                new Statement(
                        "report_clock",
                        "direction, on_hour",
                        List.of("answered", "missed", "to_voicemail", TALK),
                        row));
        return hours;
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("answered"),
                row.getLong("missed"),
                row.getLong("to_voicemail"),
                row.getLong(TALK));
    }

    /** In one statement, which adds up what each stretch has. */
    private void read(CompanyId company, Period period, Statement statement) {
        List<Object> values = new ArrayList<>();
        List<String> stretches = new ArrayList<>();
        for (Period.Stretch stretch : period.stretches()) {
            stretches.add(statement.ofStretch());
            values.addAll(
                    List.of(
                            company.text(),
                            stretch.grain().text(),
                            stretch.first(),
                            stretch.last()));
        }
        tables.of(company)
                .sql(
                        "select %1$s, %2$s from (%3$s) s group by %1$s"
                                .formatted(
                                        statement.keys(),
                                        statement.added(),
                                        String.join(" union all ", stretches)))
                .params(values)
                .query(statement.row());
    }

    /**
     * What is read of a table that has a row for each stretch of time.
     *
     * @param table which
     * @param keys columns of which each value has a row
     * @param sums columns that are added up
     * @param row takes each row
     */
    private record Statement(String table, String keys, List<String> sums, RowCallbackHandler row) {
        String ofStretch() {
            return "select %s, %s from %s".formatted(keys, String.join(", ", sums), table)
                    + OF_STRETCH;
        }

        String added() {
            return sums.stream()
                    .map("sum(%1$s) as %1$s"::formatted)
                    .collect(Collectors.joining(", "));
        }
    }

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
                        List.of(CALLS, TALK),
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
                        List.of("made", "answered", "missed", "elsewhere", "not_rung", TALK),
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
                        List.of(CALLS, TALK),
                        row -> addTrunk(trunks, row)));
        read(
                company,
                period,
                new Statement(
                        "report_sound",
                        "trunk_id, rating",
                        List.of(CALLS),
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
