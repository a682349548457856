package org.sonnerie.e2e.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The event log in the database file that a killed process left, read from a copy. */
public final class EventLogFile implements AutoCloseable {
    private static final String FILE = "sonnerie.mv.db";
    private static final String QUERY =
            "select event_type, sequence from call_event where call_id = ? order by sequence";

    private final Connection connection;

    private EventLogFile(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens a copy.
     *
     * @param data the product's data folder; the product does not run
     * @param folder for the copy
     * @return to be closed
     * @throws IOException if there is no such file
     * @throws SQLException if it is broken
     */
    public static EventLogFile copyOf(Path data, Path folder) throws IOException, SQLException {
        Files.createDirectories(folder);
        Files.copy(data.resolve(FILE), folder.resolve(FILE));
        String url = "jdbc:h2:file:" + folder.resolve("sonnerie");
        return new EventLogFile(DriverManager.getConnection(url, "sonnerie", ""));
    }

    /**
     * A call's events.
     *
     * @param call its id
     * @return their kinds, in order
     * @throws SQLException if it cannot be read
     */
    public List<String> events(String call) throws SQLException {
        List<String> kinds = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setString(1, call);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    kinds.add(rows.getString(1));
                }
            }
        }
        return kinds;
    }

    /**
     * The numbers of a call's events.
     *
     * @param call its id
     * @return in order
     * @throws SQLException if it cannot be read
     */
    public List<Long> sequences(String call) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setString(1, call);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getLong(2));
                }
            }
        }
        return numbers;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
