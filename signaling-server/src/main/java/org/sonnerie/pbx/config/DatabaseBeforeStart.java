package org.sonnerie.pbx.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The database before the application starts, as the owner of its tables sees it. For one thread.
 */
public final class DatabaseBeforeStart {
    private static final String COMMON = "classpath:db/migration/common";
    private static final Pattern VERSION = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,3}");

    private final DatabaseSettings settings;
    private final String url;
    private final Properties login;

    private DatabaseBeforeStart(DatabaseSettings settings, String url, Properties login) {
        this.settings = settings;
        this.url = url;
        this.login = login;
    }

    /**
     * Looks whether the tables of a version can be made.
     *
     * @param version such as {@code 33.1}
     * @return whether this program has the migration to it
     */
    public static boolean knows(String version) {
        if (!VERSION.matcher(version).matches()) {
            return false;
        }
        String file = "/V" + version.replace('.', '_') + "__*.sql";
        try {
            return new PathMatchingResourcePatternResolver().getResources(COMMON + file).length > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A database of the owner's; a file database is made when it is used.
     *
     * @param folder where a file database is to be
     * @param settings which database; PostgreSQL is looked at as at a start
     * @return nothing is held open
     */
    public static DatabaseBeforeStart of(Path folder, DatabaseSettings settings) {
        Properties login = new Properties();
        if (settings.embedded()) {
            login.setProperty("user", Database.FILE_USER);
            return new DatabaseBeforeStart(settings, Database.file(folder), login);
        }
        Postgres.check(settings);
        login.putAll(Postgres.waiting());
        login.setProperty("user", settings.owner());
        login.setProperty("password", settings.ownerPassword());
        login.setProperty("reWriteBatchedInserts", "true");
        return new DatabaseBeforeStart(settings, settings.url(), login);
    }

    /**
     * A connection of the owner's, which commits each statement until it is told not to. None may
     * be open while tables are made: H2 goes on with what it was compiled to for whoever made them.
     *
     * @return to be closed
     * @throws SQLException if there is none
     */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, login);
    }

    /**
     * Makes the tables of a version.
     *
     * @param version such as {@code 33.1}
     * @return the version the tables have now; a later one if they were there already
     */
    public String migrate(String version) {
        FluentConfiguration flyway =
                Flyway.configure()
                        .dataSource(
                                url, login.getProperty("user"), login.getProperty("password", ""))
                        .locations(COMMON)
                        .target(version);
        if (!settings.embedded()) {
            flyway.locations(COMMON, "classpath:db/migration/postgresql")
                    .placeholders(Map.of("application", settings.user()))
                    .initSql(Database.OF_ALL_COMPANIES);
        }
        Flyway made = flyway.load();
        made.migrate();
        var current = made.info().current();
        return current == null ? "" : String.valueOf(current.getVersion());
    }
}
