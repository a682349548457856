package org.sonnerie.pbx.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.sonnerie.pbx.fake.TestPostgres;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** PostgreSQL itself keeps companies apart, whatever a statement forgets. */
class RowLevelSecurityIT {
    /** Tables without a company, and why. */
    private static final Map<String, String> OF_NO_COMPANY =
            Map.of(
                    "company", "who the companies are; it has nothing but their names",
                    "price_list", "the provider's, the same for all companies",
                    "call_price", "a line of the provider's price list",
                    "invitation", "found by a secret before the company is known; goes by person",
                    "web_session", "Jetty's, found by the cookie before the company is known",
                    "flyway_schema_history", "the owner's; the application cannot read it");

    private static final CompanyId A = new CompanyId("a");
    private static final CompanyId B = new CompanyId("b");
    private static final String NAMES = "select display_name from person order by id";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final String url = TestPostgres.running().withTables();
    private final DatabaseSettings settings =
            new DatabaseSettings(
                    url,
                    TestPostgres.APPLICATION,
                    TestPostgres.APPLICATION,
                    TestPostgres.OWNER,
                    TestPostgres.OWNER);
    private final JdbcClient above = JdbcClient.create(TestPostgres.aboveAll(url));
    private HikariDataSource pool = Postgres.open(settings);
    private Tables tables = tables();

    /** With one connection: what one statement left behind, the next would find. */
    private Tables tables() {
        pool.setMaximumPoolSize(1);
        return new Tables(pool, new JdbcTransactionManager(pool), settings);
    }

    @BeforeEach
    void twoCompanies() {
        for (CompanyId company : List.of(A, B)) {
            above.sql("insert into company (id, name, created_at) values (?, ?, now())")
                    .params(company.text(), company.text())
                    .update();
            above.sql(
                            "insert into person (id, company_id, user_name, user_name_low,"
                                    + " display_name, password_hash, role, created_at) values"
                                    + " (?, ?, ?, ?, ?, '', 'ADMIN', now())")
                    .params(
                            "p" + company,
                            company.text(),
                            "u" + company,
                            "u" + company,
                            "Somebody of " + company)
                    .update();
        }
    }

    @AfterEach
    void close() {
        pool.close();
        TestPostgres.running().drop(url);
    }

    private static List<String> names(JdbcClient client) {
        return client.sql(NAMES).query((row, _) -> row.getString(1)).list();
    }

    private static void refused(ThrowingCallable statement) {
        assertThatThrownBy(statement)
                .rootCause()
                .isInstanceOfSatisfying(
                        PSQLException.class,
                        e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    @Test
    void aStatementThatForgetsTheCompanySeesThatOfItsScopeAlone() {
        assertThat(names(tables.of(A))).containsExactly("Somebody of a");
        assertThat(names(tables.of(B))).containsExactly("Somebody of b");
        assertThat(names(tables.across(ProviderWork.START)))
                .containsExactly("Somebody of a", "Somebody of b");
        assertThat(tables.of(A).sql("update person set role = 'EMPLOYEE'").update()).isEqualTo(1);
        assertThat(tables.of(A).sql("delete from person where id = 'pb'").update()).isZero();
    }

    @Test
    void withoutAScopeNobodySeesAnythingAlsoAfterOthersOnTheSameConnection() {
        JdbcClient none = JdbcClient.create(pool);
        assertThat(names(none)).isEmpty();
        assertThat(names(tables.of(A))).hasSize(1);
        assertThat(names(tables.across(ProviderWork.START))).hasSize(2);
        assertThat(tables.together(A, () -> names(tables.of(A)))).hasSize(1);
        assertThat(names(none)).isEmpty();
        JdbcClient owner =
                JdbcClient.create(
                        new DriverManagerDataSource(url, TestPostgres.OWNER, TestPostgres.OWNER));
        assertThat(names(owner)).as("not even the owner").isEmpty();
    }

    @Test
    void nothingIsPutIntoAnotherCompany() {
        refused(() ->
                tables.of(A)
                        .sql("insert into guest_link select 'l', 'b', 'r', 'p', now(), now(), null")
                        .update());
        refused(() -> tables.of(A).sql("update person set company_id = 'b'").update());
        refused(() ->
                JdbcClient.create(pool)
                        .sql("insert into guest_link select 'l', 'a', 'r', 'p', now(), now(), null")
                        .update());
        assertThat(names(tables.of(B))).containsExactly("Somebody of b");
    }

    @Test
    void whatIsDoneTogetherIsOfOneCompanyAndAllOrNothing() {
        assertThatThrownBy(() ->
                        tables.together(
                                A,
                                () -> {
                                    tables.of(A).sql("delete from person").update();
                                    assertThat(names(tables.of(A))).isEmpty();
                                    names(tables.of(B));
                                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sonnerie.company a", "sonnerie.company b");
        assertThat(names(tables.of(A))).hasSize(1);
    }

    @Test
    void aStreamOfRowsWouldOutliveItsScope() {
        assertThatThrownBy(() -> tables.of(A).sql(NAMES).query(String.class).stream())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void everyTableHasTheWallUnlessItIsSaidWhyNot() {
        List<String> walled =
                above.sql(
                                "select c.relname from pg_class c join pg_policy p on p.polrelid ="
                                        + " c.oid where c.relrowsecurity and c.relforcerowsecurity"
                                        + " and p.polname = 'rows_of_one_scope' order by 1")
                        .query((row, _) -> row.getString(1))
                        .list();
        List<String> ofCompanies =
                above.sql(
                                "select table_name from information_schema.columns where"
                                        + " table_schema = 'public' and column_name = 'company_id'"
                                        + " order by 1")
                        .query((row, _) -> row.getString(1))
                        .list();
        List<String> others =
                above.sql(
                                "select table_name from information_schema.tables where"
                                        + " table_schema = 'public'")
                        .query((row, _) -> row.getString(1))
                        .list();
        others.removeAll(ofCompanies);

        assertThat(walled).contains("person").containsExactlyElementsOf(ofCompanies);
        assertThat(others).containsExactlyInAnyOrderElementsOf(OF_NO_COMPANY.keySet());
    }

    /**
     * See {@code db/later}: it changes the rows of all companies, and adds a table of companies.
     */
    @Test
    void aLaterMigrationSeesAllRowsAndItsTableGetsTheWallByItself() {
        FluentConfiguration flyway = Flyway.configure();
        new Database().migrations(settings).customize(flyway);
        flyway.locations(
                        "classpath:db/migration/common",
                        "classpath:db/migration/postgresql",
                        "classpath:db/later")
                .load()
                .migrate();

        assertThat(names(above)).containsExactly("a, renamed", "b, renamed");
        assertThat(
                        tables.of(A)
                                .sql("select remark from later")
                                .query((row, _) -> row.getString(1))
                                .list())
                .containsExactly("of a");
        assertThat(JdbcClient.create(pool).sql("select * from later").query().listOfRows())
                .isEmpty();
    }
}
