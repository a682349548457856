package org.sonnerie.pbx.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.pbx.config.DatabaseUnusableException.Reason;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestPostgres;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** A start on PostgreSQL: on an empty database, and where it cannot be used. */
class PostgresIT {
    private static final String EMPTY = TestPostgres.running().empty();

    @AfterAll
    static void drop() {
        TestPostgres.running().drop(EMPTY);
    }

    private static DatabaseSettings settings(String url, String user, String owner) {
        return new DatabaseSettings(url, user, user, owner, owner);
    }

    private static DatabaseUnusableException refusal(DatabaseSettings settings) {
        return catchThrowableOfType(
                DatabaseUnusableException.class, () -> Postgres.open(settings).close());
    }

    @Test
    void anEmptyDatabaseGetsItsTablesFromTheirOwnerAndTheApplicationCannotChangeThem()
            throws SQLException {
        try (RunningServer server =
                RunningServer.demo(TestPostgres.options(EMPTY).toArray(String[]::new))) {
            assertThat(server.bean(Durability.class)).isNotNull();
        }
        try (Connection connection =
                        DriverManager.getConnection(
                                EMPTY, TestPostgres.APPLICATION, TestPostgres.APPLICATION);
                var statement = connection.createStatement()) {
            for (String forbidden :
                    new String[] {
                        "drop table contact",
                        "alter table person add column more text",
                        "create table mine (id int)",
                        "truncate person",
                        "select * from flyway_schema_history"
                    }) {
                assertThatThrownBy(() -> statement.execute(forbidden))
                        .as(forbidden)
                        .isInstanceOf(SQLException.class)
                        .extracting(e -> ((SQLException) e).getSQLState())
                        .isEqualTo("42501");
            }
        }
    }

    @Test
    void whatCannotBeReachedOrLetsNobodyInIsSaidInASentence() {
        String nobody = "jdbc:postgresql://127.0.0.1:1/sonnerie";
        assertThat(refusal(settings(nobody + "?password=secret", "a", "b")))
                .hasMessage("No PostgreSQL answers at " + nobody + ".")
                .extracting(DatabaseUnusableException::reason)
                .isEqualTo(Reason.UNREACHABLE);
        DatabaseSettings wrong =
                new DatabaseSettings(
                        EMPTY,
                        TestPostgres.APPLICATION,
                        "wrong",
                        TestPostgres.OWNER,
                        TestPostgres.OWNER);
        assertThat(refusal(wrong))
                .hasMessage(
                        "PostgreSQL at %s does not let the role %s in with the password given."
                                .formatted(EMPTY, TestPostgres.APPLICATION));
        assertThat(refusal(settings(EMPTY + "x", TestPostgres.APPLICATION, TestPostgres.OWNER)))
                .hasMessageStartingWith("PostgreSQL at " + EMPTY + "x refuses the role ")
                .hasMessageContaining("does not exist");
    }

    @Test
    void aRoleThatPassesByTheWallIsRefused() {
        assertThat(refusal(settings(EMPTY, "postgres", TestPostgres.OWNER)))
                .hasMessageStartingWith("The role postgres sees the rows of every company");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    jdbc:mysql://db/sonnerie, a, b, SONNERIE_DATABASE_URL must begin with
                    jdbc:postgresql://db/sonnerie, '', b, SONNERIE_DATABASE_USER must be set
                    jdbc:postgresql://db/sonnerie, a, '', SONNERIE_DATABASE_OWNER must be set
                    jdbc:postgresql://db/sonnerie, a, a, must be two roles
                    """)
    void incompleteSettingsAreNamed(String url, String user, String owner, String sentence) {
        assertThat(refusal(settings(url, user, owner))).hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 14})
    void anOldServerIsNamedWithTheVersionThatIsNeeded(int version) {
        assertThat(Postgres.tooOld(settings("jdbc:postgresql://db/x", "a", "b"), version))
                .hasMessage(
                        "PostgreSQL at jdbc:postgresql://db/x is version %d; it must be 15 or later."
                                .formatted(version));
    }

    @Test
    void theStartShowsTheSentenceInsteadOfAStackTrace() {
        DatabaseUnusableException why =
                new DatabaseUnusableException(Reason.UNREACHABLE, "No PostgreSQL answers.");
        // Some of Spring Boot's own want a running application, and are left out here.
        FailureAnalyzer analyzer =
                SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, (_, _, _) -> {})
                        .stream()
                        .filter(DatabaseUnusable.class::isInstance)
                        .findFirst()
                        .orElseThrow();

        FailureAnalysis told =
                Objects.requireNonNull(
                        analyzer.analyze(new BeanCreationException("dataSource", why)));

        assertThat(told.getDescription()).isEqualTo("No PostgreSQL answers.");
        assertThat(told.getAction()).contains("SONNERIE_DATABASE_URL");
    }

    @Test
    void passwordsAreNotShown() {
        assertThat(new DatabaseSettings("jdbc:postgresql://db/x?password=s1", "a", "s2", "b", "s3"))
                .hasToString("DatabaseSettings[jdbc:postgresql://db/x]");
    }
}
