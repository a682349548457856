package org.sonnerie.pbx.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.pbx.audit.AuditLog;
import org.sonnerie.pbx.audit.ChainState;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.company.CompanyLimits;
import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.Program;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.publish.Published;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program reads of the audit log, of the limits and of how the system is. */
class OverviewIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LOG = "/api/v1/audit-log";

    private static RunningServer server;
    private static Browser admin;
    private static CompanyId company;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
        admin = Browser.signedIn(server, "admin");
        admin.get("/account");
        company = server.bean(Published.class).all().getFirst().company();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode read(String path) {
        HttpResponse<String> answer = admin.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static List<Long> numbers(JsonNode page) {
        List<Long> numbers = new ArrayList<>();
        page.path("entries").forEach(entry -> numbers.add(entry.path("number").asLong(0)));
        return numbers;
    }

    @Test
    void theAuditLogIsReadPartByPartAndProvesItself() {
        Program crm = Program.of(server, admin, "auditor", "audit:read");
        JsonNode newest = read(LOG + "?limit=1");
        JsonNode entry = newest.path("entries").path(0);
        assertThat(entry.path("action").asString("")).isEqualTo("token-made");
        assertThat(entry.path("subject").asString("")).startsWith("auditor");
        assertThat(entry.path("by").path("name").asString("")).isEqualTo("Admin");
        assertThat(entry.path("by").path("address").asString("")).isEqualTo("127.0.0.1");

        List<Long> found = new ArrayList<>(numbers(newest));
        JsonNode page = newest;
        while (page.has("next")) {
            page = read(LOG + "?limit=1&after=" + page.path("next").asLong(0));
            found.addAll(numbers(page));
        }
        assertThat(found).isEqualTo(numbers(read(LOG + "?limit=200"))).hasSizeGreaterThan(1);

        JsonNode chain = JSON.readTree(crm.get(LOG + "/chain").body());
        ChainState.Whole whole = (ChainState.Whole) server.bean(AuditLog.class).verify(company);
        assertThat(chain.path("state").asString("")).isEqualTo("whole");
        assertThat(chain.path("hash").asString("")).isEqualTo(whole.hash());
        assertThat(crm.get("/api/v1/limits").statusCode()).as("another scope").isEqualTo(403);
    }

    @Test
    void theAuditLogIsFilteredAsItsPageIs() {
        assertThat(numbers(read(LOG + "?kind=log-ins"))).isNotEmpty();
        assertThat(read(LOG + "?kind=log-ins").path("entries"))
                .allSatisfy(one -> assertThat(one.path("action").asString("")).startsWith("log-"));
        assertThat(numbers(read(LOG + "?person=alice"))).isEmpty();
        assertThat(numbers(read(LOG + "?person=admin"))).isNotEmpty();
        assertThat(numbers(read(LOG + "?to=2001-01-01"))).isEmpty();
        assertThat(numbers(read(LOG + "?from=2001-01-01"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audit-log?kind=zoo",
                "/audit-log?from=soon",
                "/audit-log?limit=0",
                "/audit-log?limit=201",
                "/audit-log?after=x",
                "/reports?period=never",
                "/reports?within=0",
                "/reports?direction=up",
                "/reports/people?limit=0",
                "/reports/people?after=nobody"
            })
    void whatCannotBeUnderstoodIsAProblem(String path) {
        HttpResponse<String> refused = admin.get("/api/v1" + path);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(JSON.readTree(refused.body()).path("detail").asString("")).isNotBlank();
    }

    @Test
    void limitsAreToldWithWhatThereIs() {
        JsonNode before = read("/api/v1/limits");
        assertThat(before.path("people").has("limit")).isFalse();
        long people =
                read("/api/v1/people")
                        .path("people")
                        .valueStream()
                        .filter(one -> !one.path("role").asString("").equals("provider"))
                        .count();

        server.bean(CompanyTerms.class)
                .limit(
                        company,
                        new CompanyLimits(
                                OptionalInt.of(40),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                OptionalInt.empty()));

        JsonNode now = read("/api/v1/limits");
        assertThat(now.path("people").path("used").asLong(0)).isEqualTo(people);
        assertThat(now.path("people").path("limit").asInt(0)).isEqualTo(40);
        assertThat(now.path("numbers").path("used").asInt(0))
                .isEqualTo(read("/api/v1/plan/parts/numbers").path("parts").size());
    }

    @Test
    void theSystemIsShownToWhoeverHasItForItself() {
        JsonNode alone = read("/api/v1/health");
        assertThat(alone.path("system").path(0).path("part").asString("")).isEqualTo("database");
        assertThat(alone.path("system").path(0).path("level").asString("")).isEqualTo("good");
        String french =
                admin.ask("GET", "/api/v1/health", "", Map.of("Accept-Language", "fr")).body();
        assertThat(french).contains("Chaque appel est consigné");
        assertThat(alone.path("trunks").path(0).path("name").asString(""))
                .isEqualTo("Loopback carrier");

        server.bean(Companies.class).add(new Company(new CompanyId("second"), "Second"));

        assertThat(read("/api/v1/health").has("system")).isFalse();
        assertThat(read("/api/v1/health").path("trunks")).hasSize(1);
    }
}
