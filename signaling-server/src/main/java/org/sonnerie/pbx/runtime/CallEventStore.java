package org.sonnerie.pbx.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.config.Bell;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PlanVersion;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.sonnerie.pbx.runtime.EventLog.SetAside;
import org.sonnerie.pbx.runtime.EventLog.Unfinished;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;

/** The tables {@code call_log} and {@code call_event}, on H2 and on PostgreSQL. Thread safe. */
final class CallEventStore {
    private static final String BEGIN =
            """
            merge into call_log t using (values (cast(? as varchar(64)), cast(? as varchar(64)),
                cast(? as bigint), cast(? as bigint), cast(? as timestamp with time zone)))
                as s (call_id, company_id, plan_version, personal_version, began_at)
            on t.call_id = s.call_id
            when not matched then
                insert (call_id, company_id, plan_version, personal_version, began_at)
                values (s.call_id, s.company_id, s.plan_version, s.personal_version, s.began_at)\
            """;
    private static final String END =
            "update call_log set ended_at = ? where call_id = ? and ended_at is null";
    private static final String SET_ASIDE =
            "update call_log set ended_at = ?, set_aside = ? where call_id = ? and ended_at is"
                    + " null";
    private static final String INSERT =
            """
            merge into call_event t using (values (cast(? as varchar(64)), cast(? as bigint),
                cast(? as varchar(64)), cast(? as timestamp with time zone), cast(? as varchar(64)),
                cast(? as text)))
                as s (call_id, sequence, company_id, happened_at, event_type, body)
            on t.call_id = s.call_id and t.sequence = s.sequence
            when not matched then
                insert (call_id, sequence, company_id, happened_at, event_type, body)
                values (s.call_id, s.sequence, s.company_id, s.happened_at, s.event_type, s.body)\
            """;
    private static final String UNFINISHED =
            """
            select e.call_id, e.sequence, e.company_id, l.plan_version, l.personal_version,
                e.event_type, e.body
            from call_log l join call_event e on e.call_id = l.call_id
            where l.ended_at is null order by l.began_at, l.call_id, e.sequence\
            """;

    private final DataSource database;
    private final EventCodec codec;
    private final Bell ended;

    /**
     * The tables in a database.
     *
     * @param database where
     * @param codec for the events
     * @param ended rung whenever the end of a call has been written
     */
    CallEventStore(DataSource database, EventCodec codec, Bell ended) {
        this.database = database;
        this.codec = codec;
        this.ended = ended;
    }

    /** Writes a group in one transaction; forced to disk where it holds the end of a call. */
    void write(List<LoggedEvent> group) throws SQLException {
        try (var connection = database.getConnection()) {
            begin(connection);
            insert(connection, group);
            commit(connection);
            if (group.stream().anyMatch(LoggedEvent::last)) {
                forceToDisk(connection);
                ended.ring();
            }
        }
    }

    private static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        Tables.enter(connection, ProviderWork.CALL_LOG);
    }

    private static void commit(Connection connection) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void insert(Connection connection, List<LoggedEvent> group) throws SQLException {
        try (var begin = connection.prepareStatement(BEGIN);
                var insert = connection.prepareStatement(INSERT);
                var end = connection.prepareStatement(END)) {
            for (var event : group) {
                add(insert, event);
                if (event.sequence() == 1) {
                    addBegin(begin, event);
                }
                if (event.last()) {
                    end.setObject(1, utc(event.event().at()));
                    end.setString(2, event.call().text());
                    end.addBatch();
                }
            }
            begin.executeBatch();
            insert.executeBatch();
            end.executeBatch();
        }
    }

    private void add(PreparedStatement insert, LoggedEvent event) throws SQLException {
        var text = codec.encode(event.event());
        insert.setString(1, event.call().text());
        insert.setLong(2, event.sequence());
        insert.setString(3, event.company().text());
        insert.setObject(4, utc(event.event().at()));
        insert.setString(5, text.type());
        insert.setString(6, text.body());
        insert.addBatch();
    }

    private static void addBegin(PreparedStatement begin, LoggedEvent event) throws SQLException {
        begin.setString(1, event.call().text());
        begin.setString(2, event.company().text());
        begin.setLong(3, event.planVersion().published());
        begin.setLong(4, event.planVersion().personal());
        begin.setObject(5, utc(event.event().at()));
        begin.addBatch();
    }

    /**
     * H2 keeps commits in memory for a while even so (docs/operations.md); PostgreSQL has done it
     * at the commit.
     */
    private static void forceToDisk(Connection connection) throws SQLException {
        if ("H2".equals(connection.getMetaData().getDatabaseProductName())) {
            try (var statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
            }
        }
    }

    Unfinished unfinished() throws SQLException {
        Map<String, List<LoggedEvent>> readable = new LinkedHashMap<>();
        Map<String, Exception> unreadable = new LinkedHashMap<>();
        try (var connection = database.getConnection()) {
            begin(connection);
            try (var select = connection.prepareStatement(UNFINISHED);
                    var rows = select.executeQuery()) {
                while (rows.next()) {
                    var call = rows.getString("call_id");
                    var log = readable.computeIfAbsent(call, _ -> new ArrayList<>());
                    read(rows, log).ifPresent(flaw -> unreadable.putIfAbsent(call, flaw));
                }
            }
            commit(connection);
        }
        readable.keySet().removeAll(unreadable.keySet());
        return new Unfinished(List.copyOf(readable.values()), unreadable);
    }

    /**
     * Reads one row, or tells what is wrong with it. Where it is the connection that is gone, the
     * next row fails too, and with it the whole.
     */
    private Optional<Exception> read(ResultSet row, List<LoggedEvent> log) {
        try {
            log.add(read(row));
            return Optional.empty();
        } catch (SQLException | IllegalStateException | IllegalArgumentException flaw) {
            return Optional.of(flaw);
        }
    }

    void setAside(String call, Instant at, SetAside why) throws SQLException {
        try (var connection = database.getConnection()) {
            begin(connection);
            try (var close = connection.prepareStatement(SET_ASIDE)) {
                close.setObject(1, utc(at));
                close.setString(2, why.name());
                close.setString(3, call);
                close.executeUpdate();
            }
            commit(connection);
        }
    }

    private LoggedEvent read(ResultSet row) throws SQLException {
        var text = new EventCodec.Text(row.getString("event_type"), row.getString("body"));
        return new LoggedEvent(
                new CompanyId(row.getString("company_id")),
                new CallId(row.getString("call_id")),
                new PlanVersion(row.getLong("plan_version"), row.getLong("personal_version")),
                row.getLong("sequence"),
                codec.decode(text),
                false);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
