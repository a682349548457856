package org.sonnerie.pbx.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.Program;
import org.sonnerie.pbx.fake.RunningServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Privacy, logo and getting started by REST, as their pages have them. */
class CompanySettingsIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> AS_JSON = Map.of("Content-Type", "application/json");
    private static final String RETENTION = "/api/v1/privacy/retention";
    private static final String LOOK = "/api/v1/privacy/numbers/look";
    private static final String ERASE = "/api/v1/privacy/numbers/erase";
    private static final String LOGO = "/api/v1/logo";
    private static final String START = "/api/v1/start";

    private static RunningServer server;
    private static Browser admin;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
        admin = Browser.signedIn(server, "admin");
        admin.get("/account");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> put(String path, String json) {
        return admin.ask("PUT", path, json, AS_JSON);
    }

    private static HttpResponse<String> seen(String method, String path, String json, String etag) {
        return admin.ask(
                method, path, json, Map.of("Content-Type", "application/json", "If-Match", etag));
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static void isProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("detail").asString("")).startsWith(detail);
    }

    @Test
    void callsAreKeptForSoLongAndWhoComesLateIsTold() {
        HttpResponse<String> forEver = admin.get(RETENTION);
        assertThat(forEver.body()).isEqualTo("{}");

        HttpResponse<String> year = put(RETENTION, "{\"callDays\": 365}");
        assertThat(year.body()).isEqualTo("{\"callDays\":365}");
        assertThat(admin.get("/admin/privacy").body()).contains("value=\"365\"");
        isProblem(seen("PUT", RETENTION, "{\"callDays\": 1}", tag(forEver)), 412, "somebody");
        assertThat(seen("PUT", RETENTION, "{}", tag(year)).body()).isEqualTo("{}");
        assertThat(admin.get("/admin/audit-log").body())
                .contains("Changed for how long calls are kept");
    }

    @Test
    void theAuditLogAndTheNamesOfLeaversHaveTheirTimesOrNothingIsChanged() {
        HttpResponse<String> all = put(RETENTION, "{\"auditDays\": 730, \"leaverDays\": 30}");
        assertThat(all.body()).isEqualTo("{\"auditDays\":730,\"leaverDays\":30}");
        assertThat(admin.get("/admin/privacy").body()).contains("value=\"730\"", "value=\"30\"");

        isProblem(put(RETENTION, "{\"callDays\": 5, \"auditDays\": 30}"), 422, "auditDays: ");
        isProblem(put(RETENTION, "{\"callDays\": 5, \"leaverDays\": -1}"), 422, "leaverDays: ");
        assertThat(admin.get(RETENTION).body()).isEqualTo(all.body());
        assertThat(put(RETENTION, "{}").body()).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 3651})
    void aTimeThatCannotBeIsRefusedByItsName(int days) {
        isProblem(put(RETENTION, "{\"callDays\": " + days + "}"), 422, "callDays: ");
        assertThat(put(RETENTION, "{\"callDays\": \"a week\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsKeptOfANumberIsCountedAndErased() {
        String body =
                "{\"name\":\"Somebody\",\"company\":\"\",\"note\":\"\",\"numbers\":[{\"label\":\"\","
                        + "\"number\":\"06 99 88 77 66\"}]}";
        Browser alice = Browser.signedIn(server, "alice");
        assertThat(alice.ask("POST", "/phone/contacts", body, AS_JSON).statusCode())
                .isBetween(200, 204);
        Program program = Program.of(server, admin, "privacy", "privacy:read", "privacy:write");
        String meant = "{\"number\": \"+33 6 99 88 77 66\"}";

        HttpResponse<String> found = program.post(LOOK, meant);
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        assertThat(JSON.readTree(found.body()).path("contacts").asInt(0)).isEqualTo(1);
        assertThat(found.body()).doesNotContain("99887766", "99 88");
        assertThat(JSON.readTree(program.post(ERASE, meant).body()).path("contacts").asInt(0))
                .isEqualTo(1);
        assertThat(JSON.readTree(program.post(LOOK, meant).body()).path("contacts").asInt(9))
                .isZero();
        assertThat(alice.get("/phone/contacts").body()).doesNotContain("Somebody");
        assertThat(admin.get("/admin/audit-log").body())
                .contains("Erased what was kept of the number ending in 66");
    }

    @Test
    void countingDoesNotLetErase() {
        Program program = Program.of(server, admin, "counts", "privacy:read", "plan:write");

        isProblem(
                program.post(ERASE, "{\"number\": \"+33699887766\"}"),
                403,
                "this token lacks the scope privacy:write");
        isProblem(
                program.ask("PUT", RETENTION, "{}", Map.of()),
                403,
                "this token lacks the scope privacy:write");
        Program other = Program.of(server, admin, "other", "calls:read");
        isProblem(other.get(RETENTION), 403, "this token lacks the scope privacy:read");
        isProblem(other.get(LOGO), 403, "this token lacks the scope plan:read");
        isProblem(other.get(START), 403, "this token lacks the scope plan:read");
    }

    @ParameterizedTest
    @CsvSource({
        "{}, no-number",
        "{\"number\": \"101\"}, no-number",
        "{\"number\": \"+1 555 0100 200\"}, own-number"
    })
    void whatNamesNobodyOutsideIsRefused(String body, String code) {
        for (String path : new String[] {LOOK, ERASE}) {
            HttpResponse<String> answer = admin.ask("POST", path, body, AS_JSON);
            isProblem(answer, 422, "number: ");
            assertThat(JSON.readTree(answer.body()).path("code").asString("")).isEqualTo(code);
        }
    }

    private static byte[] picture(int wide, int high, String kind) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB), kind, out);
        return out.toByteArray();
    }

    @Test
    void aLogoIsPutReadAndTakenAway() throws IOException {
        isProblem(admin.get(LOGO), 404, "there is no logo");
        assertThat(admin.upload(LOGO, picture(960, 120, "jpg"), "image/jpeg").statusCode())
                .isEqualTo(200);

        HttpResponse<byte[]> read = admin.octets(LOGO, Map.of());
        assertThat(read.headers().firstValue("Content-Type")).hasValue("image/png");
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(read.body()));
        assertThat(kept.getWidth()).isEqualTo(480);
        assertThat(kept.getHeight()).isEqualTo(60);
        assertThat(admin.get("/admin/logo").body()).contains("data:image/png;base64,");
        String etag = read.headers().firstValue("ETag").orElseThrow();
        assertThat(admin.octets(LOGO, Map.of("If-None-Match", etag)).statusCode()).isEqualTo(304);

        isProblem(seen("DELETE", LOGO, "", "\"other\""), 412, "somebody");
        assertThat(seen("DELETE", LOGO, "", etag).statusCode()).isEqualTo(204);
        isProblem(admin.get(LOGO), 404, "there is no logo");
        isProblem(admin.ask("DELETE", LOGO, "", Map.of()), 404, "there is no logo");
        isProblem(seen("PUT", LOGO, "x", etag), 412, "somebody");
    }

    @Test
    void whatCanBeNoLogoIsRefused() throws IOException {
        isProblem(
                admin.upload(LOGO, "<svg/>".getBytes(StandardCharsets.UTF_8), "image/svg+xml"),
                422,
                "the content is no picture");
        isProblem(
                admin.upload(LOGO, picture(4_097, 1, "png"), "image/png"),
                422,
                "the picture is wider or higher");
        isProblem(
                admin.upload(LOGO, new byte[2_000_001], "image/png"),
                413,
                "a logo has at most 2 MB");
        isProblem(admin.get(LOGO), 404, "there is no logo");
    }

    private static JsonNode step(HttpResponse<String> answer, String word) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body())
                .path("steps")
                .valueStream()
                .filter(one -> one.path("step").asString("").equals(word))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStepIsSkippedAndTakenUpAgain() {
        put(START, "{\"shown\": true}");
        HttpResponse<String> before = admin.get(START);
        assertThat(JSON.readTree(before.body()).path("steps").size()).isEqualTo(7);
        JsonNode people = step(before, "people");
        assertThat(people.path("state").asString("")).isEqualTo("done");
        assertThat(people.path("what").asString("")).contains("people have a phone");
        assertThat(people.path("page").asString("")).isEqualTo("/admin/people/add");

        String greeting = START + "/steps/greeting";
        HttpResponse<String> skipped = put(greeting, "{\"skipped\": true}");
        assertThat(step(skipped, "greeting").path("skipped").asBoolean(false)).isTrue();
        assertThat(admin.get("/admin/start").body()).contains("Skipped");
        isProblem(seen("PUT", greeting, "{\"skipped\": false}", tag(before)), 412, "somebody");
        HttpResponse<String> again = seen("PUT", greeting, "{\"skipped\": false}", tag(skipped));
        assertThat(step(again, "greeting").path("skipped").asBoolean(true)).isFalse();
        isProblem(put(greeting, "{}"), 422, "skipped: true or false");
        isProblem(put(START + "/steps/none", "{\"skipped\": true}"), 404, "there is no step none");
        isProblem(put(START, "{}"), 422, "shown: true or false");
    }

    @Test
    void gettingStartedIsPutAwayAndShownAgain() {
        put(START, "{\"shown\": true}");
        put(START + "/steps/greeting", "{\"skipped\": true}");

        HttpResponse<String> away = put(START, "{\"shown\": false}");
        assertThat(JSON.readTree(away.body()).path("shown").asBoolean(true)).isFalse();
        assertThat(admin.get("/admin").headers().firstValue("Location").orElse(""))
                .endsWith("/admin/people");
        isProblem(put(START + "/steps/greeting", "{\"skipped\": true}"), 409, "it was put away");

        HttpResponse<String> shown = put(START, "{\"shown\": true}");
        assertThat(JSON.readTree(shown.body()).path("shown").asBoolean(false)).isTrue();
        assertThat(step(shown, "greeting").path("skipped").asBoolean(true)).isFalse();
    }
}
