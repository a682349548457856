package org.sonnerie.pbx.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.Program;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a program may do with a token, and when it may do nothing any more. */
@BothDatabases("TokenRows")
class TokensIT {
    private static final String TOKENS = "/api/v1/tokens";
    private static final String PAGE = "/admin/tokens";
    private static final String PEOPLE = "/api/v1/people";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private RunningServer server;
    private Browser admin;

    @BeforeEach
    void start() {
        server = RunningServer.demo();
        admin = Browser.signedIn(server, "admin");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static void isProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status, detail);
    }

    @Test
    void aProgramReadsAndWritesWithinItsScopesWithoutASession() {
        Program crm = Program.of(server, admin, "CRM", "people:read", "people:write");

        HttpResponse<String> people = crm.get(PEOPLE);
        assertThat(people.statusCode()).isEqualTo(200);
        assertThat(people.body()).contains("\"userName\":\"alice\"");
        assertThat(people.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(crm.post(PEOPLE, "{\"userName\":\"dora\",\"name\":\"Dora\"}").statusCode())
                .as("no CSRF token is needed")
                .isEqualTo(201);

        HttpResponse<String> plan = crm.get("/api/v1/plan");
        isProblem(plan, 403, "this token lacks the scope plan:read");
        assertThat(plan.body()).contains("\"scopes\":[\"plan:read\"]");
        isProblem(crm.ask("POST", "/api/v1/plan/publish", "", Map.of()), 403, "plan:write");
        assertThat(crm.get("/admin/people").statusCode()).as("no page").isEqualTo(302);
        assertThat(crm.ask("POST", "/phone/ticket", "", Map.of()).statusCode()).isEqualTo(403);
        assertThat(admin.get("/admin/audit-log").body())
                .contains("Added Dora (dora)", "by the token CRM");
    }

    @Test
    void everyMethodOfTheInterfaceSaysWhichScopesItNeeds() {
        var methods =
                server.bean(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet();
        var without =
                methods.stream()
                        .filter(one ->
                                one.getKey().getPatternValues().stream()
                                        .anyMatch(path -> path.startsWith("/api")))
                        .filter(one -> !one.getValue().hasMethodAnnotation(NeedsScope.class))
                        .map(one -> one.getKey() + " " + one.getValue())
                        .toList();

        assertThat(without).isEmpty();
        assertThat(methods).as("it looked at some").hasSizeGreaterThan(30);
    }

    @Test
    void whoeverSendsATokenIsHimselfWhateverHisCookiesSay() {
        Program crm = Program.of(server, admin, "CRM", "calls:read");
        Map<String, String> cookies = Map.of("Cookie", admin.cookieHeader());

        isProblem(crm.ask("GET", PEOPLE, "", cookies), 403, "people:read");
        Program guess = new Program(server, "snr_" + "A".repeat(43));
        HttpResponse<String> guessed = guess.ask("GET", PEOPLE, "", cookies);
        isProblem(guessed, 401, "not, or no longer, good");
        assertThat(guessed.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer error=\"invalid_token\"");
    }

    @Test
    void aTokenIsKeptAsADigestAndShownOnce() {
        Program crm = Program.of(server, admin, "CRM", "calls:read");

        Optional<String> kept =
                server.bean(Tables.class)
                        .across(ProviderWork.API_TOKEN)
                        .sql("select digest from api_token")
                        .query(String.class)
                        .optional();
        assertThat(kept).hasValue(new TokenSecret(crm.token()).digest());
        String prefix = crm.token().substring(0, 10);
        assertThat(admin.get(TOKENS).body())
                .contains("\"prefix\":\"" + prefix + "\"", "\"scopes\":[\"calls:read\"]")
                .doesNotContain(crm.token(), "lastUsedAt");
        assertThat(crm.get("/api/v1/calls").statusCode()).isEqualTo(200);
        assertThat(admin.get(TOKENS).body()).contains("lastUsedAt");
        assertThat(admin.get(PAGE).body()).contains(prefix).doesNotContain(crm.token());
        assertThat(admin.get("/admin/audit-log?kind=tokens").body())
                .contains("Made the API token CRM (" + prefix, "calls:read")
                .doesNotContain(crm.token());
    }

    @Test
    void aTokenDiesByItsEndItsRevocationAndItsPersonsRole() {
        Program old = Program.of(server, admin, "old", "calls:read");
        Program current = Program.of(server, admin, "current", "calls:read");
        Program orphan = Program.of(server, admin, "orphan", "calls:read");
        String calls = "/api/v1/calls";
        String list = admin.get(TOKENS).body();
        String id = list.replaceAll(".*\"id\":\"([^\"]+)\",\"name\":\"current\".*", "$1");
        assertThat(admin.ask("DELETE", TOKENS + "/" + id, "", Map.of()).statusCode())
                .isEqualTo(204);
        isProblem(current.get(calls), 401, "no longer, good");
        isProblem(admin.ask("DELETE", TOKENS + "/" + id, "", Map.of()), 404, "there is no token");

        assertThat(orphan.get(calls).statusCode()).isEqualTo(200);
        JdbcClient database = server.bean(Tables.class).across(ProviderWork.START);
        String role = "update person set role = ? where id = 'admin'";
        database.sql(role).param("EMPLOYEE").update();
        isProblem(orphan.get(calls), 401, "no longer, good");
        database.sql(role).param("ADMIN").update();
        assertThat(old.get(calls).statusCode()).isEqualTo(200);

        server.clock().ahead(Duration.ofDays(91));
        isProblem(old.get(calls), 401, "no longer, good");
        assertThat(admin.get("/admin/audit-log?kind=tokens").body())
                .contains("Revoked the API token current");
    }

    @Test
    void whatCannotBeATokenIsRefused() {
        isProblem(make("{\"name\":\" \",\"scopes\":[\"calls:read\"]}"), 422, "name: 1 to 100");
        isProblem(make("{\"name\":\"a\",\"scopes\":[]}"), 422, "scopes: at least one");
        isProblem(make("{\"name\":\"a\",\"scopes\":[\"all\"]}"), 422, "there is no all");
        String years = "{\"name\":\"a\",\"scopes\":[\"calls:read\"],\"days\":366}";
        isProblem(make(years), 422, "days: 1 to 365");
        String good = "{\"name\":\"a\",\"scopes\":[\"calls:read\"],\"days\":365}";
        assertThat(make(good).statusCode()).isEqualTo(201);
        isProblem(make(good), 409, "there is a token of this name");
    }

    private HttpResponse<String> make(String wish) {
        return admin.ask("POST", TOKENS, wish, JSON);
    }

    @Test
    void aTokenMakesNoneThatMayDoMoreOrForLonger() {
        Program maker = Program.of(server, admin, "maker", "tokens:write", "calls:read");

        String more = "{\"name\":\"b\",\"scopes\":[\"plan:write\"],\"days\":1}";
        isProblem(maker.post(TOKENS, more), 403, "may do no more");
        String longer = "{\"name\":\"b\",\"scopes\":[\"calls:read\"],\"days\":365}";
        isProblem(maker.post(TOKENS, longer), 403, "for no longer");
        String less = "{\"name\":\"b\",\"scopes\":[\"calls:read\"],\"days\":1}";
        assertThat(maker.post(TOKENS, less).statusCode()).isEqualTo(201);
    }

    @Test
    void thePageMakesShowsAndRevokes() {
        assertThat(admin.get(PAGE).body()).contains("API tokens", "No token yet", "plan:write");
        HttpResponse<String> nothing =
                admin.submit(PAGE, PAGE, Map.of("name", "Wallboard", "days", "30"));
        assertThat(nothing.body()).contains("Choose at least one thing", "value=\"Wallboard\"");

        HttpResponse<String> made =
                admin.submit(
                        PAGE,
                        PAGE,
                        Map.of("name", "Wallboard", "days", "30", "scopes", "queues:read"));
        String secret = made.body().replaceAll("(?s).*id=\"secret\">([^<]+)<.*", "$1");
        assertThat(new Program(server, secret).get("/api/v1/queues").statusCode()).isEqualTo(200);
        String page = admin.get(PAGE).body();
        assertThat(page).contains("Wallboard", "queues:read").doesNotContain(secret);
        Instant end = server.clock().instant().plus(Duration.ofDays(30));
        assertThat(admin.get(TOKENS).body())
                .contains("\"expiresAt\":\"" + end.toString().substring(0, 10));

        String revoke = page.replaceAll("(?s).*action=\"(/admin/tokens/[^\"]+/revoke)\".*", "$1");
        assertThat(admin.submit(PAGE, revoke, Map.of()).statusCode()).isEqualTo(302);
        assertThat(admin.get(PAGE).body()).contains("opens nothing any more", "No token yet");
        assertThat(new Program(server, secret).get("/api/v1/queues").statusCode()).isEqualTo(401);
        assertThat(Browser.signedIn(server, "alice").get(PAGE).statusCode()).isEqualTo(403);
    }
}
