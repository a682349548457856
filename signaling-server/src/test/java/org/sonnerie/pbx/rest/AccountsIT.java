package org.sonnerie.pbx.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.AuthenticatorApp;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.Program;
import org.sonnerie.pbx.fake.RunningServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts, lists of people and departments by REST: as the pages do it, and with entity tags. */
class AccountsIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PEOPLE = "/api/v1/people";
    private static final String DEPARTMENTS = "/api/v1/departments";
    private static final String PASSWORD = "sonnerie-demo";

    private static RunningServer server;
    private static Browser admin;
    private static Program program;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
        admin = Browser.signedIn(server, "admin");
        admin.get("/account");
        program =
                Program.of(
                        server,
                        admin,
                        "staff",
                        "people:read",
                        "people:write",
                        "plan:read",
                        "plan:write");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> ask(
            String method, String path, String content, String... seen) {
        Map<String, String> headers = new HashMap<>();
        if (seen.length > 0) {
            headers.put("If-Match", seen[0]);
        }
        return program.ask(method, path, content, headers);
    }

    private static HttpResponse<String> list(String path, String csv) {
        return program.ask("POST", PEOPLE + path, csv, Map.of("Content-Type", "text/csv"));
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static String added(String userName) {
        String wish =
                "{\"userName\": \"%s\", \"name\": \"Somebody %s\"}".formatted(userName, userName);
        return json(program.post(PEOPLE, wish), 201).path("id").asString("");
    }

    private static Browser invited(String userName, String id) {
        String path =
                json(program.post(PEOPLE + "/" + id + "/link", ""), 201).path("path").asString("");
        Browser browser = new Browser(server);
        browser.submit(path, path, Map.of("password", PASSWORD));
        browser.signIn(userName, PASSWORD);
        return browser;
    }

    @Test
    void anAccountIsDeletedWithItsPhoneIfNobodyChangedIt() {
        String one = PEOPLE + "/" + added("dora");
        assertThat(
                        ask(
                                        "PUT",
                                        one.replace(PEOPLE, "/api/v1/plan/parts/people"),
                                        "{\"name\": \"Dora\"}")
                                .statusCode())
                .isEqualTo(201);
        HttpResponse<String> seen = program.get(one);
        assertThat(json(seen, 200).path("role").asString("")).isEqualTo("employee");
        HttpResponse<String> role =
                ask("PUT", one + "/role", "{\"role\": \"receptionist\"}", tag(seen));
        assertThat(json(role, 200).path("role").asString("")).isEqualTo("receptionist");

        assertThat(ask("DELETE", one, "", tag(seen)).statusCode()).isEqualTo(412);
        assertThat(ask("PUT", one + "/role", "{\"role\": \"admin\"}", tag(seen)).statusCode())
                .isEqualTo(412);
        assertThat(ask("DELETE", one, "", tag(role)).statusCode()).isEqualTo(204);
        assertThat(program.get(one).statusCode()).isEqualTo(404);
        assertThat(program.get("/api/v1/plan/parts/people").body()).doesNotContain("\"Dora\"");
        assertThat(ask("DELETE", one, "").statusCode()).isEqualTo(404);
    }

    @Test
    void aRoleOpensWhatItOpens() {
        String id = added("rita");
        Browser rita = invited("rita", id);
        assertThat(rita.get("/admin/wallboard").statusCode()).isEqualTo(403);

        json(ask("PUT", PEOPLE + "/" + id + "/role", "{\"role\": \"receptionist\"}"), 200);

        assertThat(Browser.signedIn(server, "rita").get("/admin/wallboard").statusCode())
                .isEqualTo(200);
        for (String wrong : List.of("{}", "{\"role\": \"king\"}", "{\"role\": \"provider\"}")) {
            json(ask("PUT", PEOPLE + "/" + id + "/role", wrong), 422);
        }
    }

    @Test
    void aNewAccountHasItsRoleAtOnce() {
        String wish = "{\"userName\": \"rudi\", \"name\": \"Rudi\", \"role\": \"receptionist\"}";
        String id = json(program.post(PEOPLE, wish), 201).path("id").asString("");
        assertThat(invited("rudi", id).get("/admin/wallboard").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyTakesHisOwnAccountAwayAndWhoIsNeededStays() {
        json(ask("DELETE", PEOPLE + "/admin", ""), 409);
        json(ask("PUT", PEOPLE + "/admin/role", "{\"role\": \"employee\"}"), 409);
        JsonNode needed = json(ask("DELETE", PEOPLE + "/alice", ""), 409).path("needed");
        assertThat(needed.path(0).path("detail").asString("")).isNotBlank();
        json(program.get(PEOPLE + "/alice"), 200);
    }

    @Test
    void whoLostHisSecondFactorSignsInByHisPasswordAlone() {
        String id = added("sven");
        Browser sven = invited("sven", id);
        sven.submit("/account", "/account/second-factor", Map.of("password", PASSWORD));
        AuthenticatorApp app = AuthenticatorApp.reading(sven.get("/account").body());
        sven.submit(
                "/account",
                "/account/second-factor/confirm",
                Map.of("code", app.code(server.clock().instant())));
        String one = PEOPLE + "/" + id;
        assertThat(json(program.get(one), 200).path("secondFactor").asBoolean(false)).isTrue();

        assertThat(ask("DELETE", one + "/second-factor", "").statusCode()).isEqualTo(204);

        assertThat(json(program.get(one), 200).path("secondFactor").asBoolean(true)).isFalse();
        assertThat(sven.get("/account").statusCode()).as("signed out").isNotEqualTo(200);
        Browser.signedIn(server, "sven");
    }

    @Test
    void aListIsLookedAtAndThenAdded() {
        String good =
                """
                name,user name,extension,department,role,shoes
                Ulla Berg,ulla,871,Bakery,supervisor,38
                Vera Berg,vera,,,,
                """;
        JsonNode preview = json(list("/import/preview", good), 200);
        assertThat(preview.path("good").asBoolean(false)).isTrue();
        assertThat(preview.path("unknown").toString()).isEqualTo("[\"shoes\"]");
        assertThat(preview.at("/people/0/role").asString("")).isEqualTo("supervisor");
        assertThat(preview.at("/people/1/extension").asString("")).isNotBlank();
        assertThat(program.get(PEOPLE).body()).doesNotContain("ulla");

        JsonNode added = json(list("/import", good), 201);
        assertThat(added.path("people")).hasSize(2);
        String path = added.at("/people/0/path").asString("");
        assertThat(new Browser(server).get(path).statusCode()).isEqualTo(200);
        assertThat(program.get(PEOPLE).body()).contains("\"ulla\"", "\"supervisor\"");
        assertThat(program.get("/api/v1/plan/parts/people").body()).contains("\"871\"");

        JsonNode again = json(list("/import/preview", good), 200);
        assertThat(again.path("good").asBoolean(true)).isFalse();
        assertThat(again.at("/people/0/problems")).hasSize(2);
        JsonNode refused = json(list("/import", good), 422);
        assertThat(refused.at("/problems/0/place").asString("")).isEqualTo("line 2");
        assertThat(refused.at("/problems/0/what").asString("")).isNotBlank();
        assertThat(json(list("/import", "shoes\n38\n"), 422).path("code").asString(""))
                .isEqualTo("columns");
        assertThat(list("/import", "x".repeat(4 * 1024 * 1024 + 1)).statusCode()).isEqualTo(413);
    }

    @Test
    void departmentsAreMadeChangedAndLeft() {
        HttpResponse<String> made =
                program.post(DEPARTMENTS, "{\"name\": \"R/D\", \"people\": [\"alice\"]}");
        JsonNode department = json(made, 201);
        String one = DEPARTMENTS + "/" + department.path("id").asString("");
        HttpResponse<String> read = program.get(one);
        assertThat(tag(read)).isEqualTo(tag(made));
        assertThat(program.get("/api/v1/plan/parts/people/alice").body()).contains("\"R/D\"");
        json(program.post(DEPARTMENTS, "{\"name\": \"r/d\", \"people\": [\"bob\"]}"), 409);

        String wish = "{\"name\": \"Design\", \"people\": [\"bob\", \"carol\"]}";
        json(ask("PUT", one, wish), 428);
        HttpResponse<String> changed = ask("PUT", one, wish, tag(read));
        assertThat(json(changed, 200).path("people").toString()).isEqualTo("[\"bob\",\"carol\"]");
        json(program.get(one), 404);
        assertThat(program.get("/api/v1/plan/parts/people/alice").body())
                .contains("\"department\":null");

        String now = DEPARTMENTS + "/" + json(changed, 200).path("id").asString("");
        json(ask("DELETE", now, "", tag(read)), 412);
        json(ask("DELETE", now, ""), 428);
        assertThat(ask("DELETE", now, "", tag(changed)).statusCode()).isEqualTo(204);
        assertThat(program.get(DEPARTMENTS).body()).doesNotContain("Design");
    }

    @Test
    void aDepartmentThatCannotBeIsRefused() {
        for (String wrong :
                List.of(
                        "{\"people\": [\"alice\"]}",
                        "{\"name\": \"%s\", \"people\": [\"alice\"]}".formatted("x".repeat(201)),
                        "{\"name\": \"A\", \"people\": []}",
                        "{\"name\": \"A\", \"people\": [\"zoe\"]}")) {
            json(program.post(DEPARTMENTS, wrong), 422);
        }
        json(program.get(DEPARTMENTS + "/none"), 404);
        json(program.get(DEPARTMENTS + "?limit=0"), 400);
    }
}
