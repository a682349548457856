package org.sonnerie.pbx.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.company.Storage;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.PastCall;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.history.CallHistory;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.CallRecordings;
import org.sonnerie.pbx.runtime.CallRecordings.NewRecording;
import org.sonnerie.pbx.runtime.CallRecordings.Of;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.sonnerie.pbx.runtime.LoggedCall;

/** A company is exported and deleted; another one stays as it is. */
@BothDatabases("CompanyEraser")
class CompanyEndIT {
    private static final CompanyId MARTIN = new CompanyId("boulangerie-martin");
    private static final String PASSWORD = "a password of her own";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    /** Those whose rows are no company's, or known by something else. */
    private static final Set<String> WITHOUT_COMPANIES =
            Set.of(
                    "call_price",
                    "price_list",
                    "company",
                    "invitation",
                    "web_session",
                    "flyway_schema_history");

    private RunningServer server;
    private Browser provider;
    private String page = "";
    private CompanyId company = MARTIN;

    @BeforeEach
    void start() {
        server = RunningServer.demo();
        provider = Browser.signedIn(server, "provider");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Browser madeWithItsAdministrator() {
        FormPage.Answer made =
                FormPage.open(provider, "/provider/companies/add")
                        .with("name", "Garage Durand")
                        .with("adminName", "=1+1")
                        .with("userName", "diane")
                        .send();
        page = made.location();
        company = new CompanyId(page.substring("/provider/companies/".length()));
        String link = made.form(page).page().select("#link").val();
        String welcome = URI.create(link).getPath();
        Browser diane = new Browser(server);
        diane.submit(welcome, welcome, Map.of("password", PASSWORD));
        diane.signIn("diane", PASSWORD);
        diane.get("/account");
        return diane;
    }

    private FormPage.Answer delete(String typed) {
        return FormPage.form(provider, page, "/delete").with("confirm", typed).send();
    }

    private List<String> tables(String having) {
        return TestDatabase.outside(server.data())
                .sql(
                        "select distinct lower(t.table_name) from information_schema.tables t"
                                + " where t.table_type = 'BASE TABLE' and t.table_schema ="
                                + " current_schema and "
                                + having)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> withCompanies() {
        return tables(
                "exists (select 1 from information_schema.columns c where c.table_name ="
                        + " t.table_name and c.table_schema = t.table_schema and"
                        + " lower(c.column_name) = 'company_id')");
    }

    private Map<String, Integer> rows(CompanyId of) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String table : withCompanies()) {
            int count =
                    TestDatabase.outside(server.data())
                            .sql("select count(*) from " + table + " where company_id = ?")
                            .param(of.text())
                            .query(Integer.class)
                            .single();
            if (count > 0) {
                rows.put(table, count);
            }
        }
        return rows;
    }

    private void recorded(CompanyId of, String id) throws IOException {
        CallRecordings recordings = server.bean(CallRecordings.class);
        long before = server.bean(Storage.class).used(of);
        Path file =
                recordings.begin(
                        new NewRecording(
                                new RecordingId(id),
                                of,
                                new Of.Call("c-" + id, new Named("A", "1"), new Named("B", "2")),
                                Optional.<PersonId>empty(),
                                AT));
        Files.write(file, new byte[1_000]);
        recordings.closed(new RecordingId(id), Duration.ofSeconds(2), false);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (server.bean(Storage.class).used(of) == before) {
            assertThat(System.nanoTime()).as("it is kept").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private List<Path> files(CompanyId of) throws IOException {
        try (Stream<Path> all = Files.walk(server.data())) {
            return all.filter(path -> path.toString().contains(of.text())).toList();
        }
    }

    @Test
    void eachTableIsKnownToHaveCompaniesOrNot() {
        Set<String> without = new TreeSet<>(tables("1 = 1"));
        withCompanies().forEach(without::remove);

        assertThat(without)
                .as("what is to be deleted with a company?")
                .isSubsetOf(WITHOUT_COMPANIES)
                .contains("company", "invitation");
    }

    @Test
    void allOfADeletedCompanyIsGoneAndOthersAreAsTheyWere() throws IOException {
        Browser diane = madeWithItsAdministrator();
        diane.ask("POST", "/api/v1/people", "{\"userName\":\"emil\",\"name\":\"Emil\"}", JSON);
        diane.ask(
                "POST", "/api/v1/tokens", "{\"name\":\"CRM\",\"scopes\":[\"people:read\"]}", JSON);
        diane.ask(
                "PUT", "/api/v1/plan/draft", server.bean(Published.class).document(company), JSON);
        recorded(company, "r-theirs");
        recorded(MARTIN, "r-others");
        assertThat(rows(company).keySet())
                .contains(
                        "person",
                        "company_plan",
                        "plan_draft",
                        "audit_entry",
                        "audit_end",
                        "api_token",
                        "signed_in",
                        "call_recording");
        assertThat(files(company)).isNotEmpty();
        FormPage.form(provider, page, "/suspend").send();
        Map<String, Integer> others = rows(MARTIN);

        FormPage.Answer gone = delete(" Garage Durand ");

        assertThat(gone.location()).isEqualTo("/provider");
        assertThat(gone.body()).contains("Garage Durand is deleted.").doesNotContain(page);
        assertThat(rows(company)).isEmpty();
        assertThat(files(company)).isEmpty();
        others.merge("audit_entry", 1, Integer::sum);
        assertThat(rows(MARTIN)).as("one entry of the log more").isEqualTo(others);
        assertThat(server.bean(Published.class).find(company)).isEmpty();
        assertThat(server.bean(CompanyTerms.class).of(company).suspended()).isFalse();
        assertThat(provider.get(page).statusCode()).isEqualTo(404);
        assertThat(diane.get("/admin").statusCode()).isEqualTo(302);
        assertThat(diane.signIn("diane", PASSWORD).headers().firstValue("Location").orElse(""))
                .endsWith("/login?refused");
        assertThat(Browser.signedIn(server, "admin").get("/admin/audit-log").body())
                .contains("Deleted the company Garage Durand");
    }

    @Test
    void anotherNameDeletesNothing() {
        madeWithItsAdministrator();
        FormPage.form(provider, page, "/suspend").send();

        FormPage.Answer refused = delete("garage durand");

        assertThat(refused.location()).isEqualTo(page);
        FormPage form = refused.form("/delete");
        assertThat(form.problem("confirm")).contains("This is not its name");
        assertThat(form.value("confirm")).isEqualTo("garage durand");
        assertThat(server.bean(Published.class).find(company)).isPresent();
    }

    @Test
    void oneThatIsNotSuspendedOrHasAProviderIsNotDeleted() {
        madeWithItsAdministrator();
        assertThat(delete("Garage Durand").body()).contains("Suspend the company first");

        page = "/provider/companies/boulangerie-martin";
        FormPage.form(provider, page, "/suspend").send();
        assertThat(delete("Boulangerie Martin").body()).contains("A provider’s account belongs");
        assertThat(server.bean(Published.class).find(MARTIN)).isPresent();
    }

    private Map<String, String> archive(String of) throws IOException {
        HttpResponse<byte[]> answer =
                provider.octets("/provider/companies/" + of + "/export", Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"" + of + ".zip\"");
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(
                        entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    void theArchiveHasPlanPeopleAndCallsAndNoSecrets() throws IOException {
        var plan = server.bean(Published.class).current(MARTIN);
        var events = new PastCall(plan, "c-past", AT).events();
        server.bean(CallHistory.class)
                .keep(
                        new LoggedCall(
                                new CallId("c-past"),
                                plan,
                                events.stream().map(LoggedEvent::event).toList()));

        Map<String, String> archive = archive("boulangerie-martin");

        assertThat(archive.keySet())
                .containsExactly("README.txt", "plan.json", "people.csv", "calls.csv");
        assertThat(archive.getOrDefault("README.txt", ""))
                .contains("Boulangerie Martin", "plan.json", "people.csv", "calls.csv")
                .doesNotContain("{0}", "''");
        assertThat(archive.getOrDefault("plan.json", "")).contains("Alice", "+15550100100");
        assertThat(archive.getOrDefault("people.csv", ""))
                .contains("alice,Alice,employee,101", "admin,Admin,admin")
                .doesNotContain("provider");
        assertThat(archive.getOrDefault("calls.csv", "")).contains("c-past", PastCall.CALLER);
        String all = archive.values().stream().collect(Collectors.joining());
        assertThat(all.toLowerCase(Locale.ROOT))
                .doesNotContain("246810", "135790", "argon2", "\"pin\"");
        assertThat(Browser.signedIn(server, "admin").get("/admin/audit-log").body())
                .contains("Took an archive");
    }

    @Test
    void noCellIsTakenForAFormula() throws IOException {
        madeWithItsAdministrator();

        assertThat(archive(company.text()).getOrDefault("people.csv", "")).contains("'=1+1");
    }
}
