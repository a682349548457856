package org.sonnerie.pbx.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.sonnerie.pbx.config.DatabaseUnusableException.Reason;

/** PostgreSQL, looked at before anything uses it. */
final class Postgres {
    /** The first that knows MERGE. */
    private static final int OLDEST = 15;

    private static final String PREFIX = "jdbc:postgresql:";

    /** How the driver says that a password is wanted and there is none. */
    private static final String NO_PASSWORD = "08004";

    private Postgres() {}

    /** The pool of the role that works with the tables, once both roles were let in. */
    static HikariDataSource open(DatabaseSettings settings) {
        check(settings);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setPoolName("database");
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(2);
        config.setDataSourceProperties(waiting());
        return new HikariDataSource(config);
    }

    /** That the settings are whole, and both roles are let in. */
    static void check(DatabaseSettings settings) {
        complete(settings);
        look(settings, settings.owner(), settings.ownerPassword());
        look(settings, settings.user(), settings.password());
    }

    /** A server that says nothing any more must not hold its callers for ever. */
    static Properties waiting() {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "sonnerie");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    private static void complete(DatabaseSettings settings) {
        if (!settings.url().startsWith(PREFIX)) {
            throw new DatabaseUnusableException(
                    Reason.SETTINGS,
                    "SONNERIE_DATABASE_URL must begin with " + PREFIX + "// and a host.");
        }
        given("SONNERIE_DATABASE_USER", settings.user());
        given("SONNERIE_DATABASE_OWNER", settings.owner());
        if (settings.owner().equals(settings.user())) {
            throw new DatabaseUnusableException(
                    Reason.SETTINGS,
                    "SONNERIE_DATABASE_OWNER and SONNERIE_DATABASE_USER must be two roles: the one"
                            + " that works with the tables must not be able to change them.");
        }
    }

    private static void given(String variable, String text) {
        if (text.isBlank()) {
            throw new DatabaseUnusableException(
                    Reason.SETTINGS, "With PostgreSQL " + variable + " must be set.");
        }
    }

    private static void look(DatabaseSettings settings, String role, String password) {
        Properties properties = waiting();
        properties.setProperty("user", role);
        properties.setProperty("password", password);
        try (Connection connection = DriverManager.getConnection(settings.url(), properties)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw tooOld(settings, version);
            }
            if (role.equals(settings.user()) && passesBy(connection)) {
                throw new DatabaseUnusableException(
                        Reason.REFUSED,
                        "The role %s sees the rows of every company: it must have neither SUPERUSER"
                                        .formatted(role)
                                + " nor BYPASSRLS.");
            }
        } catch (SQLException e) {
            throw unusable(settings, role, e);
        }
    }

    private static boolean passesBy(Connection connection) throws SQLException {
        try (var select =
                        connection.prepareStatement(
                                "select rolsuper or rolbypassrls from pg_roles where rolname ="
                                        + " current_user");
                var row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    static DatabaseUnusableException tooOld(DatabaseSettings settings, int version) {
        return new DatabaseUnusableException(
                Reason.TOO_OLD,
                "PostgreSQL at %s is version %d; it must be %d or later."
                        .formatted(settings.place(), version, OLDEST));
    }

    /** By the class of the SQL state (PostgreSQL's documentation, appendix A). */
    private static DatabaseUnusableException unusable(
            DatabaseSettings settings, String role, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String place = settings.place();
        if (state.startsWith("28") || state.equals(NO_PASSWORD)) {
            return new DatabaseUnusableException(
                    Reason.REFUSED,
                    "PostgreSQL at %s does not let the role %s in with the password given."
                            .formatted(place, role),
                    e);
        }
        if (state.startsWith("08")) {
            return new DatabaseUnusableException(
                    Reason.UNREACHABLE, "No PostgreSQL answers at %s.".formatted(place), e);
        }
        return new DatabaseUnusableException(
                Reason.REFUSED,
                "PostgreSQL at %s refuses the role %s: %s".formatted(place, role, e.getMessage()),
                e);
    }
}
