package org.sonnerie.pbx.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A real PostgreSQL, one for all tests of this JVM, with the product's tables in a database that is
 * copied for each test. It ends with the JVM, also where that is killed.
 */
public final class TestPostgres {
    /** The role that owns the tables, and its password. */
    public static final String OWNER = "sonnerie_owner";

    /** The role that works with the tables, and its password. */
    public static final String APPLICATION = "sonnerie_app";

    private static final String ABOVE_ALL = "postgres";
    private static final String TEMPLATE = "sonnerie_template";

    /** The user nobody of every Linux: PostgreSQL refuses to run as root. */
    private static final int NOBODY = 65_534;

    private static final Duration LIMIT = Duration.ofMinutes(1);

    /**
     * Waits until nothing can come any more from whoever started it, also where all of them are
     * told to end, then ends the server and clears away.
     */
    private static final String WITH_ITS_STARTER =
            """
            folder=$1; shift
            "$@" >"$folder/log" 2>&1 </dev/null &
            server=$!
            trap '' HUP INT TERM
            read -r _
            kill -QUIT $server; wait $server
            cd / && rm -rf "$folder"\
            """;

    private final Path folder;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private static final class Holder {
        private static final TestPostgres RUNNING = start();
    }

    private TestPostgres(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    public static TestPostgres running() {
        return Holder.RUNNING;
    }

    private static TestPostgres start() {
        try {
            TestPostgres server =
                    new TestPostgres(Files.createTempDirectory("sonnerie-postgres"), freePort());
            PostgresBinaries.unpack(server.folder);
            Files.writeString(server.folder.resolve("password"), ABOVE_ALL);
            server.giveAwayFromRoot();
            server.run();
            server.makeTemplate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void giveAwayFromRoot() throws IOException {
        if (!root()) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                if (!Files.isSymbolicLink(file)) {
                    Files.setAttribute(file, "unix:uid", NOBODY);
                }
            }
        }
    }

    private static List<String> asNobody(List<String> command) {
        List<String> all = new ArrayList<>();
        if (root()) {
            all.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY));
            all.addAll(List.of("--clear-groups", "--"));
        }
        all.addAll(command);
        return all;
    }

    private void run() throws IOException {
        String data = folder.resolve("data").toString();
        List<String> init = new ArrayList<>(List.of(program("initdb"), "-D", data, "-U"));
        init.addAll(List.of(ABOVE_ALL, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"));
        init.addAll(List.of("--no-sync", "--pwfile=" + folder.resolve("password")));
        Process made = builder(init).redirectErrorStream(true).start();
        made.getOutputStream().close();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.onExit().join().exitValue()).as(said).isZero();

        List<String> serve = new ArrayList<>(List.of("sh", "-c", WITH_ITS_STARTER, "sh"));
        serve.addAll(List.of(folder.toString(), program("postgres"), "-D", data));
        serve.addAll(List.of("-p", String.valueOf(port), "-c", "listen_addresses=127.0.0.1"));
        // Nothing of it is to survive anything.
        for (String setting :
                List.of(
                        "unix_socket_directories=",
                        "fsync=off",
                        "synchronous_commit=off",
                        "full_page_writes=off",
                        "max_connections=200",
                        "shared_buffers=32MB")) {
            serve.addAll(List.of("-c", setting));
        }
        Process server = builder(serve).start();
        untilItAnswers(server);
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(asNobody(command)).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private void untilItAnswers(Process server) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try (Connection connection = connect(ABOVE_ALL, ABOVE_ALL)) {
                assertThat(connection.isValid(10)).isTrue();
                return;
            } catch (SQLException notYet) {
                assertThat(server.isAlive() && System.nanoTime() < end)
                        .as("%s %s", notYet.getMessage(), said())
                        .isTrue();
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    private String said() throws IOException {
        Path log = folder.resolve("log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private void makeTemplate() throws SQLException {
        for (String role : List.of(OWNER, APPLICATION)) {
            order("create role %s login password '%s'".formatted(role, role));
        }
        order("create database %s owner %s".formatted(TEMPLATE, OWNER));
        migration(url(TEMPLATE)).load().migrate();
    }

    /** Makes the product's tables, as their owner, for the application. */
    static FluentConfiguration migration(String url) {
        return Flyway.configure()
                .dataSource(url, OWNER, OWNER)
                .locations("classpath:db/migration/common", "classpath:db/migration/postgresql")
                .placeholders(Map.of("application", APPLICATION))
                .initSql("set sonnerie.provider = 'migration'");
    }

    private Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(url(database), role, role);
    }

    private void order(String sql) throws SQLException {
        try (Connection connection = connect(ABOVE_ALL, ABOVE_ALL);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A database of its own, with the product's tables and nothing in them. */
    public String withTables() {
        return copyOf(TEMPLATE);
    }

    /** A database of its own, with nothing in it. */
    public String empty() {
        return copyOf("template1");
    }

    private String copyOf(String template) {
        String name = "test_" + databases.incrementAndGet();
        try {
            order(
                    "create database %s owner %s template %s strategy file_copy"
                            .formatted(name, OWNER, template));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url(name);
    }

    /** Removes a database, whoever still uses it. */
    public void drop(String url) {
        try {
            order("drop database " + url.substring(url.lastIndexOf('/') + 1) + " with (force)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How the application is told to use a database. */
    public static List<String> options(String url) {
        return List.of(
                "--sonnerie.database.url=" + url,
                "--sonnerie.database.user=" + APPLICATION,
                "--sonnerie.database.password=" + APPLICATION,
                "--sonnerie.database.owner=" + OWNER,
                "--sonnerie.database.owner-password=" + OWNER);
    }

    /** Who may see and change everything, as nobody but a test does. */
    public static DataSource aboveAll(String url) {
        return new DriverManagerDataSource(url, ABOVE_ALL, ABOVE_ALL);
    }
}
