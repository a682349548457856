package org.sonnerie.pbx.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.sonnerie.pbx.config.DatabaseBeforeStart;
import org.sonnerie.pbx.config.DatabaseSettings;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;

/** Puts the rows of a backup into new tables of its version. For one thread. */
final class RowsIn {
    private final DatabaseBeforeStart database;
    private final DatabaseSettings settings;
    private final BackupFile backup;

    RowsIn(DatabaseBeforeStart database, DatabaseSettings settings, BackupFile backup) {
        this.database = database;
        this.settings = settings;
        this.backup = backup;
    }

    /**
     * Makes the tables and fills them: on PostgreSQL all rows in one transaction. A file database
     * is new itself, and is thrown away if this fails.
     *
     * @param used is told the version of tables that cannot be taken, and throws
     */
    void fill(Consumer<String> used) throws SQLException, IOException {
        try (Connection connection = database.connect()) {
            if (Schema.hasRows(connection, "company")) {
                used.accept("its own");
            }
        }
        String version = database.migrate(backup.manifest().schema());
        if (!version.equals(backup.manifest().schema())) {
            used.accept(version);
        }
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Tables.enter(connection, ProviderWork.BACKUP);
            fill(connection);
        }
    }

    private void fill(Connection connection) throws SQLException, IOException {
        List<String> tables = Schema.inOrder(connection);
        for (String table : tables.reversed()) {
            empty(connection, table);
        }
        for (String table : tables) {
            try (InputStream in = backup.open(Manifest.TABLES + table + Manifest.ROWS)) {
                Rows.read(in, connection, table);
            }
            if (settings.embedded()) {
                connection.commit();
            }
        }
        for (Schema.Pair numbered : Schema.numbered(connection)) {
            goOnAfter(connection, numbered.one(), numbered.other());
        }
        connection.commit();
        if (settings.embedded()) {
            force(connection);
        }
    }

    /** There are no companies, but what the migrations begin with: the backup has its own of it. */
    private static void empty(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from " + table);
        }
    }

    private static void goOnAfter(Connection connection, String table, String column)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long next;
            try (ResultSet row =
                    statement.executeQuery(
                            "select coalesce(max(%s), 0) + 1 from %s".formatted(column, table))) {
                row.next();
                next = row.getLong(1);
            }
            statement.execute(
                    "alter table %s alter column %s restart with %d"
                            .formatted(table, column, next));
        }
    }

    private static void force(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
    }
}
