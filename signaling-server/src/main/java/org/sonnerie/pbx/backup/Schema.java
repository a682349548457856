package org.sonnerie.pbx.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

    private static final String REFERENCES =
            "select lower(child.table_name), lower(parent.table_name)"
                    + " from information_schema.referential_constraints r"
                    + " join information_schema.table_constraints child"
                    + " on child.constraint_name = r.constraint_name"
                    + " and child.constraint_schema = r.constraint_schema"
                    + " join information_schema.table_constraints parent"
                    + " on parent.constraint_name = r.unique_constraint_name"
                    + " and parent.constraint_schema = r.unique_constraint_schema"
                    + " where child.constraint_schema = current_schema";

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
        List<String> left = tables(connection);
        List<Pair> references = pairs(connection, REFERENCES);
        List<String> order = new ArrayList<>();
        while (!left.isEmpty()) {
            String next =
                    left.stream()
                            .filter(table -> !needs(table, left, references))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalStateException("tables need each other: " + left));
            left.remove(next);
            order.add(next);
        }
        return order;
    }

    private static boolean needs(String table, List<String> left, List<Pair> references) {
        return references.stream()
                .filter(pair -> pair.one().equals(table) && !pair.other().equals(table))
                .anyMatch(pair -> left.contains(pair.other()));
    }
}
