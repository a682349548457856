package org.sonnerie.pbx.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.spending.Amount;
import org.sonnerie.pbx.spending.Prices;
import org.sonnerie.pbx.spending.Spending;

/** The price list and the limits on their pages, in force, in the log and over a restart. */
@BothDatabases({"SpendingRows", "PriceRows"})
class SpendingIT {
    private static final CompanyId MARTIN = new CompanyId("boulangerie-martin");
    private static final String PRICES = "/provider/prices";
    private static final String COMPANY = "/provider/companies/boulangerie-martin";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final LegId LEG = new LegId("c-1-2");

    private RunningServer server;
    private Browser provider;

    @BeforeEach
    void start() {
        server = RunningServer.demo();
        provider = Browser.signedIn(server, "provider");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void restart() {
        Path data = server.data();
        server.stop();
        server = RunningServer.startIn(data, "--sonnerie.demo=true");
        provider = Browser.signedIn(server, "provider");
    }

    private Spending spending() {
        return server.bean(Spending.class);
    }

    private CompanyPlan plan() {
        return server.bean(Published.class).current(MARTIN);
    }

    private Amount today() {
        return spending().today(MARTIN, plan().facts().timeZone());
    }

    private boolean begins(String leg, String number) {
        return spending().begin(new LegId(leg), plan(), number);
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private String limits(String language) {
        Browser admin = Browser.signedIn(server, "admin");
        return admin.ask("GET", "/admin/limits", "", Map.of("Accept-Language", language)).body();
    }

    @Test
    void aFreshServerHasALimitAndAnAdministratorSeesIt() {
        assertThat(spending().limit(MARTIN)).isEqualTo(new Amount(50_000_000));
        assertThat(limits("en"))
                .contains("Spending on calls to outside", "€50.00", "€0.00")
                .contains("Nothing was spent in the 29 days before.");
    }

    @Test
    void aPriceListIsTakenFromTheFormAndKeptOverARestart() {
        FormPage.open(provider, PRICES)
                .with("currency", "chf")
                .with("daily", "12,50")
                .with("usual", "1")
                .with("list", "33;0.04\r\n\r\n+336\t0,035\r\n0044 , 0\r\n")
                .send();

        restart();

        FormPage kept = FormPage.open(provider, PRICES);
        assertThat(kept.value("currency")).isEqualTo("CHF");
        assertThat(kept.value("daily")).isEqualTo("12.50");
        assertThat(kept.value("list")).isEqualTo("33;0.04\n336;0.035\n44;0.00");
        assertThat(spending().limit(MARTIN)).isEqualTo(new Amount(12_500_000));
        assertThat(Browser.signedIn(server, "admin").get("/admin/audit-log").body())
                .contains("Set the price list", "EUR 50.00 / 0.50 / 3", "CHF 12.50 / 1.00 / 3");
    }

    @Test
    void whatIsWrongIsToldBesideItsFieldAndNothingTypedIsLost() {
        FormPage back =
                FormPage.open(provider, PRICES)
                        .with("currency", "EURO")
                        .with("daily", "1000000.01")
                        .with("usual", "-1")
                        .with("list", "33;0.04\n44;cheap\n")
                        .sentBack();

        assertThat(back.problem("currency")).contains("three letters");
        assertThat(back.problem("daily")).contains("from 0 to 1,000,000");
        assertThat(back.problem("usual")).contains("from 0 to 1,000");
        assertThat(back.problem("list")).contains("Line 2");
        assertThat(back.value("list")).contains("44;cheap");
        assertThat(FormPage.open(provider, PRICES).with("list", "33;1\n0033;2").sentBack())
                .satisfies(again -> assertThat(again.problem("list")).contains("Line 2"));
        assertThat(server.bean(Prices.class).list().daily()).isEqualTo(new Amount(50_000_000));
    }

    @Test
    void aCompanysOwnLimitIsInForceAtOnceKeptAndLoggedAndGivenBack() {
        FormPage.open(provider, COMPANY).with("spending", "0").send();
        assertThat(begins("c-1-1", "+33145678901")).isFalse();

        restart();

        assertThat(FormPage.open(provider, COMPANY).value("spending")).isEqualTo("0.00");
        assertThat(begins("c-2-1", "+33145678901")).isFalse();
        assertThat(limits("en")).contains("Reached");
        FormPage back = FormPage.open(provider, COMPANY).with("spending", "much").sentBack();
        assertThat(back.problem("spending")).contains("or nothing for the limit of all");
        assertThat(back.value("spending")).isEqualTo("much");

        FormPage.open(provider, COMPANY).with("spending", "").send();
        assertThat(begins("c-3-1", "+33145678901")).isTrue();
        assertThat(Browser.signedIn(server, "admin").get("/admin/audit-log").body())
                .contains("Set what the company may spend in a day");
    }

    @Test
    void whatACallCostIsKeptOverARestartAndCountsOn() {
        FormPage.open(provider, PRICES).with("usual", "1000").with("list", "").send();
        FormPage.open(provider, COMPANY).with("spending", "1000000").send();
        server.clock().stop();
        assertThat(spending().begin(LEG, plan(), "+33145678901")).isTrue();
        spending().answered(LEG);
        assertThat(today()).as("a minute is reckoned with").isEqualTo(new Amount(1_000_000_000));
        server.clock().ahead(Duration.ofSeconds(3));
        spending().ended(LEG);
        Amount cost = new Amount(50_000_000);
        assertThat(today()).as("three seconds").isEqualTo(cost);
        until("it is in the database", () -> kept() == cost.micros());

        restart();

        assertThat(today()).isEqualTo(cost);
        FormPage.open(provider, COMPANY).with("spending", "50").send();
        assertThat(begins("c-9-1", "+33145678901")).isFalse();
        assertThat(limits("fr"))
                .contains(
                        server.bean(Prices.class).shown(cost, Locale.FRENCH),
                        "Atteinte",
                        "Dépensé");
        FormPage.open(provider, COMPANY).with("spending", "50.000001").send();
        assertThat(begins("c-9-2", "+33145678901")).isTrue();
    }

    private long kept() {
        return TestDatabase.outside(server.data())
                .sql("select coalesce(sum(spent), 0) from spending_day")
                .query(Long.class)
                .single();
    }

    @Test
    void aCallThatRunsWhenTheServerStopsHasCostWhatItHas() {
        assertThat(spending().begin(LEG, plan(), "+33145678901")).isTrue();
        spending().answered(LEG);

        restart();

        assertThat(today()).isGreaterThan(Amount.ZERO);
    }

    @Test
    void theDaysBeforeAreListedTheNewestFirstForThirtyDaysOfTheCompanysClock() {
        var zone = plan().facts().timeZone();
        var today = LocalDate.ofInstant(server.clock().instant(), zone);
        for (int days : new int[] {0, 1, 29, 30}) {
            TestDatabase.outside(server.data())
                    .sql("insert into spending_day (company_id, on_day, spent) values (?, ?, ?)")
                    .params(MARTIN.text(), today.minusDays(days), 1_000_000L * days)
                    .update();
        }

        assertThat(spending().before(MARTIN, zone, 30))
                .extracting(one -> one.sum().micros())
                .containsExactly(1_000_000L, 29_000_000L);
        assertThat(limits("en")).contains("€1.00", "€29.00").doesNotContain("€30.00");
    }
}
