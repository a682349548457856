package org.sonnerie.pbx.fake;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database of the kind that is used just now, with the tables as an earlier version made them.
 *
 * @param migration to newer ones
 * @param rows as nobody but a test sees and changes them
 */
public record OlderTables(FluentConfiguration migration, JdbcClient rows) {
    /** In a folder where nothing is, or of its own. */
    public static OlderTables at(String version, Path folder) {
        OlderTables tables =
                TestDatabase.used() == TestDatabase.Kind.H2 ? file(folder) : onPostgres();
        tables.migration().target(version).load().migrate();
        return tables;
    }

    private static OlderTables file(Path folder) {
        DataSource file =
                new DriverManagerDataSource(
                        "jdbc:h2:async:" + folder.resolve("older"), "sonnerie", "");
        return new OlderTables(
                Flyway.configure().dataSource(file).locations("classpath:db/migration/common"),
                JdbcClient.create(file));
    }

    private static OlderTables onPostgres() {
        String url = TestPostgres.running().empty();
        return new OlderTables(
                TestPostgres.migration(url), JdbcClient.create(TestPostgres.aboveAll(url)));
    }

    /** With the tables as they are now. */
    public void migrate() {
        migration.target("latest").load().migrate();
    }
}
