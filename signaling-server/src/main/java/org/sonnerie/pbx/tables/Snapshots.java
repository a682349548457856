package org.sonnerie.pbx.tables;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.sonnerie.pbx.config.DatabaseSettings;
import org.springframework.stereotype.Component;

/** All rows as they were at one moment, while others go on writing. Thread safe. */
@Component
public class Snapshots {
    /** H2's own isolation level: what is read first fixes the moment for all tables. */
    private static final int H2_SNAPSHOT = 6;

    private final DataSource database;
    private final boolean embedded;

    /**
     * Of a database.
     *
     * @param database where the tables are
     * @param settings whether it is a file
     */
    public Snapshots(DataSource database, DatabaseSettings settings) {
        this.database = database;
        this.embedded = settings.embedded();
    }

    /**
     * What is done with the rows.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Reading<T> {
        /**
         * Reads.
         *
         * @param connection good until this returns; large results come row by row if a fetch size
         *     is set
         * @return what was wanted
         * @throws SQLException if the database fails
         * @throws IOException if what is read cannot be put anywhere
         */
        T read(Connection connection) throws SQLException, IOException;
    }

    /**
     * Reads in one transaction that changes nothing.
     *
     * @param <T> what comes of it
     * @param work for what
     * @param reading done in this thread
     * @return its result
     * @throws IOException if the database cannot be read, or the reading says so
     */
    public <T> T of(ProviderWork work, Reading<T> reading) throws IOException {
        try (Connection connection = database.getConnection()) {
            rowByRow(connection, true);
            try {
                connection.setReadOnly(true);
                connection.setTransactionIsolation(
                        embedded ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
                connection.setAutoCommit(false);
                Tables.enter(connection, work);
                return reading.read(connection);
            } finally {
                connection.rollback();
                rowByRow(connection, false);
            }
        } catch (SQLException e) {
            throw new IOException("the database cannot be read: " + e.getMessage(), e);
        }
    }

    /** H2 collects all rows of a result first unless it is told not to. */
    private void rowByRow(Connection connection, boolean wanted) throws SQLException {
        if (embedded) {
            try (var set = connection.createStatement()) {
                set.execute("set lazy_query_execution " + (wanted ? 1 : 0));
            }
        }
    }
}
