package org.sonnerie.pbx.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sonnerie.pbx.tables.TableOrder;

/** The tables of a database, whichever there are. */
final class Schema {
    /**
     * What belongs to one running server: who is signed in, what was just answered to a request
     * that may be sent again, and the list of migrations, which a restore makes itself.
     */
    private static final Set<String> LEFT_OUT =
            Set.of("flyway_schema_history", "web_session", "signed_in", "idempotent_request");

    private static final String TABLES =
            "select lower(table_name) from information_schema.tables"
                    + " where table_type = 'BASE TABLE' and table_schema = current_schema"
                    + " order by 1";

    private static final String NUMBERED =
            "select lower(table_name), lower(column_name) from information_schema.columns"
                    + " where table_schema = current_schema and is_identity = 'YES'";

    private Schema() {}

    /**
     * Two names that belong together: tables, of which the first needs rows of the second, or a
     * table and its column that is numbered by the database.
     */
    record Pair(String one, String other) {}

    /** Those that a backup has. */
    static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = all(connection);
        tables.removeAll(LEFT_OUT);
        return tables;
    }

    /** Whether rows of a table are there; not if there is no such table. */
    static boolean hasRows(Connection connection, String table) throws SQLException {
        if (!all(connection).contains(table)) {
            return false;
        }
        try (var select = connection.prepareStatement("select 1 from " + table + " limit 1");
                ResultSet rows = select.executeQuery()) {
            return rows.next();
        }
    }

    private static List<String> all(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var select = connection.prepareStatement(TABLES);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Tables with a column that the database itself numbers. */
    static List<Pair> numbered(Connection connection) throws SQLException {
        return pairs(connection, NUMBERED);
    }

    private static List<Pair> pairs(Connection connection, String query) throws SQLException {
        List<Pair> pairs = new ArrayList<>();
        try (var select = connection.prepareStatement(query);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                pairs.add(new Pair(rows.getString(1), rows.getString(2)));
            }
        }
        return pairs;
    }

    /** As {@link #tables}; a table that needs rows of another comes after it. */
    static List<String> inOrder(Connection connection) throws SQLException {
        List<TableOrder.Reference> references =
                pairs(connection, TableOrder.REFERENCES).stream()
                        .map(pair -> new TableOrder.Reference(pair.one(), pair.other()))
                        .toList();
        return TableOrder.parentsFirst(tables(connection), references);
    }
}
