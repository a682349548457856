package org.sonnerie.pbx.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page found out about itself is kept for its owner and his admin. */
@BothDatabases("ReadinessRows")
class ReadinessIT {
    private static final String PATH = "/phone/readiness";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String BY_TCP =
            """
            {"rating": "fair", "problem": "tcp-only",
             "sound": {"lostPercent": 0.2, "roundTripMillis": 24, "path": "tcp"}}\
            """;

    private final RunningServer server = RunningServer.demo();
    private final Browser alice = Browser.signedIn(server, "alice");

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> put(Browser browser, String body) {
        return browser.ask("PUT", PATH, body, JSON);
    }

    @Test
    void theLastResultIsShownToItsOwnerAndToTheAdminAndToNobodyElse() {
        assertThat(alice.get(PATH).statusCode()).isEqualTo(204);
        assertThat(put(alice, "{\"rating\": \"good\"}").statusCode()).isEqualTo(204);
        assertThat(put(alice, BY_TCP).statusCode()).isEqualTo(204);

        JsonNode last = MAPPER.readTree(alice.get(PATH).body());
        assertThat(last.get("rating").asString()).isEqualTo("fair");
        assertThat(last.get("problem").asString()).isEqualTo("tcp-only");
        assertThat(last.get("sound"))
                .isEqualTo(
                        MAPPER.readTree(
                                """
                                {"lostPercent": 0.2, "roundTripMillis": 24, "path": "tcp"}\
                                """));
        assertThat(Browser.signedIn(server, "bob").get(PATH).statusCode()).isEqualTo(204);
        assertThat(Browser.signedIn(server, "admin").get("/admin/people").body())
                .contains("Works, could be better")
                .contains("UDP is blocked, so the sound goes by TCP.")
                .contains("0.2% lost, 24 ms there and back, TCP")
                .contains("Never checked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"rating\": \"splendid\"}",
                "{\"rating\": \"good\", \"problem\": \"loss\"}",
                "{\"rating\": \"poor\"}",
                "{\"rating\": \"poor\", \"problem\": \"rain\"}",
                "{\"rating\": \"good\", \"sound\": {\"lostPercent\": 101, \"roundTripMillis\": 1,"
                        + " \"path\": \"udp\"}}",
                "{\"rating\": \"good\", \"sound\": {\"lostPercent\": 1, \"roundTripMillis\": -1,"
                        + " \"path\": \"udp\"}}",
                "{\"rating\": \"good\", \"sound\": {\"lostPercent\": 1, \"roundTripMillis\": 1,"
                        + " \"path\": \"pigeon\"}}"
            })
    void whatCannotBeAResultIsRefusedAndTheLastOneStays(String body) {
        put(alice, BY_TCP);
        assertThat(put(alice, body).statusCode()).isEqualTo(422);
        assertThat(alice.get(PATH).body()).contains("tcp-only");
    }

    @Test
    void anOfferThatIsNoneIsRefused() {
        for (String body : new String[] {"{}", "{\"sdp\": \"nonsense\"}"}) {
            HttpResponse<String> answer = alice.ask("POST", PATH + "/echo", body, JSON);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("bad-sdp");
        }
        assertThat(alice.ask("DELETE", PATH + "/echo", "", Map.of()).statusCode()).isEqualTo(204);
    }
}
