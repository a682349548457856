package org.sonnerie.pbx.fake;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.sonnerie.pbx.config.DatabaseSettings;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The database that belongs to a data folder, of the kind that is used just now. */
public final class TestDatabase {
    private static final AtomicReference<Kind> USED = new AtomicReference<>(Kind.H2);
    private static final Map<Path, String> ON_POSTGRES = new ConcurrentHashMap<>();

    private static final String COMMON = "classpath:db/migration/common";
    private static final String FILE_USER = "sonnerie";

    private TestDatabase() {}

    /** Those that the product works on. */
    public enum Kind {
        H2,
        POSTGRESQL
    }

    public static void use(Kind kind) {
        USED.set(kind);
    }

    public static Kind used() {
        return USED.get();
    }

    private static Optional<String> onPostgres(Path folder) {
        return used() == Kind.H2
                ? Optional.empty()
                : Optional.of(
                        ON_POSTGRES.computeIfAbsent(
                                folder, _ -> TestPostgres.running().withTables()));
    }

    /** How the application is told to use it. */
    static List<String> options(Path folder) {
        return onPostgres(folder).map(TestPostgres::options).orElse(List.of());
    }

    /** Spares the application to make its tables in a folder where nothing is yet. */
    static void prepare(Path folder) {
        if (used() == Kind.H2) {
            FileTemplate.copyTo(folder);
        }
    }

    /** A file with the product's tables and nothing in them, made once for this JVM. */
    private static final class FileTemplate {
        private static final String NAME = "sonnerie.mv.db";
        private static final Path FOLDER = make();

        private static Path make() {
            try {
                Path folder = Files.createTempDirectory("sonnerie-template");
                DataSource database = new DriverManagerDataSource(file(folder), FILE_USER, "");
                Flyway.configure().dataSource(database).locations(COMMON).load().migrate();
                folder.toFile().deleteOnExit();
                folder.resolve(NAME).toFile().deleteOnExit();
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void copyTo(Path folder) {
            Path file = folder.resolve(NAME);
            if (Files.exists(file)) {
                return;
            }
            try {
                Files.copy(FOLDER.resolve(NAME), file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** With the product's tables, for a test that uses them without the application. */
    public static HikariDataSource open(Path folder) {
        HikariConfig config = new HikariConfig();
        config.setMinimumIdle(1);
        onPostgres(folder)
                .ifPresentOrElse(
                        url -> {
                            config.setJdbcUrl(url);
                            config.setUsername(TestPostgres.APPLICATION);
                            config.setPassword(TestPostgres.APPLICATION);
                        },
                        () -> {
                            config.setJdbcUrl(file(folder) + ";WRITE_DELAY=0");
                            config.setUsername(FILE_USER);
                        });
        HikariDataSource pool = new HikariDataSource(config);
        if (used() == Kind.H2) {
            Flyway.configure().dataSource(pool).locations(COMMON).load().migrate();
        }
        return pool;
    }

    private static String file(Path folder) {
        return "jdbc:h2:async:" + folder.resolve("sonnerie");
    }

    /** As the product sees the tables. */
    public static Tables tables(DataSource database) {
        return new Tables(
                database,
                new JdbcTransactionManager(database),
                new DatabaseSettings(used() == Kind.H2 ? "" : "postgres", "", "", "", ""));
    }

    /** Reads and changes rows as nobody but a test does; the application need not run. */
    public static JdbcClient outside(Path folder) {
        return JdbcClient.create(
                onPostgres(folder)
                        .map(TestPostgres::aboveAll)
                        .orElseGet(() -> new DriverManagerDataSource(file(folder), FILE_USER, "")));
    }

    /** Nobody needs it any more. */
    public static void drop(Path folder) {
        Optional.ofNullable(ON_POSTGRES.remove(folder)).ifPresent(TestPostgres.running()::drop);
    }
}
