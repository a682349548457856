package org.sonnerie.pbx.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.Offer;
import org.sonnerie.pbx.fake.RunningServer;
import tools.jackson.databind.json.JsonMapper;

/** What cannot be tried is refused with a sentence (what can be is tried from a browser). */
class TrialsIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TRIALS = "/api/v1/plan/draft/trials";

    private static RunningServer server;
    private static Browser admin;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
        admin = Browser.signedIn(server, "admin");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> post(Browser who, String path, String body) {
        return who.ask("POST", path, body, Map.of("Content-Type", "application/json"));
    }

    private static void refuses(String body, String sentence) {
        assertThat(post(admin, TRIALS, body).body()).contains("\"status\":422", sentence);
    }

    @Test
    void aWishIsReadWithCare() {
        refuses("{}", "to: 1 to 64 characters");
        refuses("{\"to\":\"100\",\"caller\":\"<b>\"}", "caller: a telephone number");
        refuses("{\"to\":\"100\",\"at\":\"tomorrow\"}", "at: a date and time");
        refuses("{\"to\":\"100\",\"rung\":\"maybe\"}", "rung: answers, rings-in-vain");
        refuses("{\"to\":\"100\",\"sdp\":\"v=0\"}", "sdp: no usable offer");
        refuses("{\"to\":\"0145678901\",\"sdp\":\"v=0\"}", "to: no number and no extension");
    }

    private static String placed(String caller) {
        String wish =
                JSON.createObjectNode()
                        .put("to", "+15550100100")
                        .put("caller", caller)
                        .put("at", "2026-11-23T10:00")
                        .put("rung", "rings-in-vain")
                        .put("sdp", Offer.TEXT)
                        .toString();
        HttpResponse<String> placed = post(admin, TRIALS, wish);
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
        return TRIALS + "/" + JSON.readTree(placed.body()).path("call").asString("");
    }

    /** What is told of a trial first, without its moment. */
    private static String told(String caller) {
        String trial = placed(caller);
        String told = admin.get(trial).body();
        admin.ask("DELETE", trial, "", Map.of());
        return JSON.readTree(told).at("/lines/0/text").asString("");
    }

    private static void awaits(String trial, String words) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!admin.get(trial).body().contains(words)) {
            assertThat(System.nanoTime()).as(admin.get(trial).body()).isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    @Test
    void aKeyThatIsPressedIsTyped() {
        String trial = placed("+33612345678");
        awaits(trial, "\"in-call\"");
        assertThat(post(admin, trial + "/digits", "{\"digits\":\"9\"}").statusCode())
                .isEqualTo(204);
        awaits(trial, "9 is pressed");
        assertThat(admin.ask("DELETE", trial, "", Map.of()).statusCode()).isEqualTo(204);
    }

    @Test
    void whoIsPretendedToCallIsTheCaller() {
        assertThat(told("+33612345678")).isNotBlank().isNotEqualTo(told("+33687654321"));
    }

    @Test
    void aDraftThatDoesNotFitTogetherIsNotCalled() {
        String broken =
                admin.get("/api/v1/plan").body().replace("\"group:sales\"", "\"group:sails\"");
        assertThat(admin.ask("PUT", "/api/v1/plan/draft", broken, Map.of()).statusCode())
                .isEqualTo(200);
        refuses("{\"to\":\"100\",\"sdp\":\"v=0\"}", "the draft does not fit together");
        assertThat(admin.get("/admin/call-flows").body())
                .contains("sails", "there is no group sails", "+15550100100", "Boulangerie Martin");
        assertThat(admin.ask("DELETE", "/api/v1/plan/draft", "", Map.of()).statusCode())
                .isEqualTo(204);
        assertThat(admin.get("/admin/call-flows").body()).contains("There is no draft");
    }

    @Test
    void trialsAreForAdminsAndNobodySeesAnothers() {
        assertThat(post(Browser.signedIn(server, "alice"), TRIALS, "{\"to\":\"100\"}").statusCode())
                .isEqualTo(403);
        assertThat(admin.get(TRIALS + "/c1").statusCode()).isEqualTo(404);
        assertThat(post(admin, TRIALS + "/c1/digits", "{\"digits\":\"x\"}").statusCode())
                .isEqualTo(422);
    }
}
