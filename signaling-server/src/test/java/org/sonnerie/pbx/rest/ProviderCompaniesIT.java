package org.sonnerie.pbx.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.Program;
import org.sonnerie.pbx.fake.ProviderProgram;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyFacts;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.publish.Published;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The provider's program makes companies, limits, suspends, exports and deletes them. */
class ProviderCompaniesIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COMPANIES = "/api/v1/provider/companies";
    private static final String DURAND =
            """
            {"name": "Garage Durand", "country": "FR", "language": "fr", "timeZone": "Europe/Paris", "adminName": "Diane Durand", "userName": "diane"}
            """;

    private RunningServer server;
    private Browser provider;
    private Program program;

    @BeforeEach
    void start() {
        server = RunningServer.demo();
        provider = Browser.signedIn(server, "provider");
        program = ProviderProgram.of(server, provider, "P", "provider:read", "provider:write");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> put(String path, String json) {
        return program.ask("PUT", path, json, Map.of());
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static void isProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(json(answer).path("detail").asString("")).startsWith(detail);
    }

    private static List<String> fields(HttpResponse<String> answer) {
        return json(answer)
                .path("errors")
                .valueStream()
                .map(one -> one.path("pointer").asString(""))
                .toList();
    }

    private String made() {
        HttpResponse<String> made = program.post(COMPANIES, DURAND);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return COMPANIES + "/" + json(made).path("id").asString("");
    }

    @Test
    void aCompanyIsMadeAndItsAdministratorChoosesAPassword() {
        HttpResponse<String> made = program.post(COMPANIES, DURAND);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);

        String welcome = json(made).path("path").asString("");
        Browser diane = new Browser(server);
        assertThat(diane.get(welcome).body()).contains("Garage Durand", "Diane Durand");
        diane.submit(welcome, welcome, Map.of("password", "a password of her own"));
        diane.signIn("diane", "a password of her own");
        assertThat(diane.get("/admin/audit-log").body())
                .contains("Made the company Garage Durand", "by the token P");
        CompanyFacts facts =
                server.bean(Published.class)
                        .current(new CompanyId(json(made).path("id").asString("")))
                        .facts();
        assertThat(facts.country()).isEqualTo("FR");
        assertThat(facts.language()).isEqualTo("fr");
        assertThat(facts.timeZone().getId()).isEqualTo("Europe/Paris");
        assertThat(program.get(COMPANIES).body())
                .contains("Garage Durand", "Boulangerie Martin")
                .doesNotContain(welcome);
    }

    @Test
    void aRequestWithAKeyMakesOneCompany() {
        Map<String, String> key = Map.of("Idempotency-Key", "durand-1");
        HttpResponse<String> first = program.ask("POST", COMPANIES, DURAND, key);
        HttpResponse<String> again = program.ask("POST", COMPANIES, DURAND, key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(json(program.get(COMPANIES)).path("companies").size()).isEqualTo(2);
    }

    @Test
    void whatCannotBeIsNamedFieldByField() {
        HttpResponse<String> nothing = program.post(COMPANIES, "{}");
        isProblem(nothing, 422, "name: Give the company a name");
        assertThat(fields(nothing))
                .containsExactly(
                        "/name", "/country", "/language", "/timeZone", "/adminName", "/userName");
        HttpResponse<String> taken = program.post(COMPANIES, DURAND.replace("diane", "alice"));
        isProblem(taken, 422, "userName: Somebody has this user name");
        isProblem(
                program.ask(
                        "POST",
                        COMPANIES,
                        DURAND.replace("diane", "alice"),
                        Map.of("Accept-Language", "fr")),
                422,
                "userName: ");
        assertThat(program.post(COMPANIES, "{\"name\": ").statusCode()).isEqualTo(400);
        assertThat(json(program.get(COMPANIES)).path("companies").size()).isEqualTo(1);
    }

    @Test
    void theListIsReadPartByPart() {
        made();

        JsonNode first = json(program.get(COMPANIES + "?limit=1"));
        assertThat(first.path("companies").size()).isEqualTo(1);
        JsonNode second =
                json(program.get(COMPANIES + "?limit=1&after=" + first.path("next").asString("")));
        assertThat(second.path("companies").size()).isEqualTo(1);
        assertThat(second.has("next")).isFalse();
        isProblem(program.get(COMPANIES + "?limit=0"), 400, "limit: 1 to 200");
        isProblem(program.get(COMPANIES + "?limit=x"), 400, "limit is a whole number");
        isProblem(program.get(COMPANIES + "?after=none"), 400, "after: ");
    }

    @Test
    void limitsAreSetAndWhoComesLateIsTold() {
        String one = made();
        HttpResponse<String> before = program.get(one);
        assertThat(before.body()).doesNotContain("people", "spending");

        HttpResponse<String> limited =
                put(
                        one,
                        "{\"name\": \"Garage Durand & fils\", \"people\": 4, \"numbers\": 6,"
                                + " \"calls\": 0, \"megabytes\": 7, \"spending\": \"12.5\"}");
        assertThat(limited.body())
                .contains(
                        "\"name\":\"Garage Durand & fils\"",
                        "\"people\":4",
                        "\"numbers\":6",
                        "\"calls\":0",
                        "\"megabytes\":7",
                        "\"spending\":\"12.50\"");
        isProblem(
                program.ask("PUT", one, "{\"name\": \"X\"}", Map.of("If-Match", tag(before))),
                412,
                "somebody");
        JsonNode use = json(program.get(one + "/use"));
        assertThat(use.path("company").path("people").path("used").asInt(0)).isEqualTo(1);
        assertThat(use.path("company").path("people").path("limit").asInt(0)).isEqualTo(4);
        assertThat(use.path("spending").path("limit").asString("")).isEqualTo("12.50");
        assertThat(use.path("spending").path("today").asString("")).isEqualTo("0.00");

        HttpResponse<String> wrong =
                put(one, "{\"name\": \" \", \"people\": -1, \"spending\": \"much\"}");
        isProblem(wrong, 422, "name: Give the company a name");
        assertThat(fields(wrong)).containsExactly("/name", "/people", "/spending");
        put(one, "{\"name\": \"Garage Durand\"}");
        assertThat(program.get(one).body()).isEqualTo(before.body());
    }

    @Test
    void itsAddressIsSetAndNoOthersTaken() {
        String one = made() + "/address";
        HttpResponse<String> none = program.get(one);
        assertThat(none.body()).isEqualTo("{}");

        assertThat(put(one, "{\"host\": \"phone.durand.example\", \"path\": \"durand\"}").body())
                .isEqualTo("{\"host\":\"phone.durand.example\",\"path\":\"durand\"}");
        assertThat(new Browser(server).get("/at/durand").statusCode()).isEqualTo(302);
        isProblem(program.ask("PUT", one, "{}", Map.of("If-Match", tag(none))), 412, "somebody");
        isProblem(
                put(COMPANIES + "/boulangerie-martin/address", "{\"path\": \"durand\"}"),
                409,
                "host, path: ");
        HttpResponse<String> wrong = put(one, "{\"host\": \"a b\", \"path\": \"-\"}");
        isProblem(wrong, 422, "host: A full host name");
        assertThat(fields(wrong)).containsExactly("/host", "/path");
    }

    @Test
    void onlyWhatIsSuspendedAndNamedIsDeleted() {
        String one = made();
        String named = "?name=" + URLEncoder.encode("Garage Durand", StandardCharsets.UTF_8);

        isProblem(program.ask("DELETE", one, "", Map.of()), 422, "name: This is not its name");
        isProblem(program.ask("DELETE", one + "?name=Garage", "", Map.of()), 422, "name: ");
        isProblem(program.ask("DELETE", one + named, "", Map.of()), 409, "Suspend the company");
        HttpResponse<String> before = program.get(one);
        HttpResponse<String> suspended = program.post(one + "/suspend", "");
        assertThat(json(suspended).path("suspended").asBoolean(false)).isTrue();
        assertThat(json(program.post(one + "/resume", "")).path("suspended").asBoolean(true))
                .isFalse();
        program.post(one + "/suspend", "");
        isProblem(
                program.ask("DELETE", one + named, "", Map.of("If-Match", tag(before))),
                412,
                "somebody");
        assertThat(program.ask("DELETE", one + named, "", Map.of()).statusCode()).isEqualTo(204);
        isProblem(program.get(one), 404, "there is no company");
        assertThat(Browser.signedIn(server, "admin").get("/admin/audit-log").body())
                .contains("Deleted the company Garage Durand", "by the token P");
    }

    @Test
    void itIsExportedForWhoMayWrite() {
        String one = made();

        HttpResponse<String> zip = program.get(one + "/export");
        assertThat(zip.statusCode()).isEqualTo(200);
        assertThat(zip.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/zip");
        assertThat(zip.body()).startsWith("PK");
        isProblem(program.get(COMPANIES + "/none/export"), 404, "there is no company none");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String none = COMPANIES + "/none";
        isProblem(program.get(none), 404, "there is no company none");
        isProblem(put(none, "{\"name\": \"X\"}"), 404, "there is no company none");
        isProblem(program.ask("DELETE", none, "", Map.of()), 404, "there is no company none");
        isProblem(program.post(none + "/suspend", ""), 404, "there is no company none");
        isProblem(program.get(none + "/use"), 404, "there is no company none");
        isProblem(program.get(none + "/address"), 404, "there is no company none");
    }

    @Test
    void theProvidersOwnSessionDoesItToo() {
        provider.get("/account");
        assertThat(provider.get(COMPANIES).body()).contains("Boulangerie Martin");
        assertThat(
                        provider.ask(
                                        "POST",
                                        COMPANIES,
                                        DURAND,
                                        Map.of("Content-Type", "application/json"))
                                .statusCode())
                .isEqualTo(201);
    }
}
