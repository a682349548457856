package org.sonnerie.pbx.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;

/** Typed prompts, by the programs of this machine, if it has any. */
class SpokenPromptsIT {
    private static final String PROMPTS = "/api/v1/prompts";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final RunningServer server = RunningServer.demo();
    private final Browser admin = Browser.signedIn(server, "admin");

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> speak(String name, String body) {
        return admin.ask("PUT", PROMPTS + "/" + name + "/text", body, JSON);
    }

    @Test
    void aTypedTextIsAPrompt() {
        assumeTrue(admin.get(PROMPTS).body().contains("\"en\""), "no program that speaks is here");

        HttpResponse<String> spoken =
                speak("summer", "{\"text\": \"We are on holiday until Monday.\"}");
        assertThat(spoken.statusCode()).isEqualTo(200);
        assertThat(spoken.body()).contains("\"name\":\"summer\"", "\"addedBy\":\"admin\"");
        assertThat(spoken.body()).containsPattern("\"seconds\":[1-4]\\.");
        assertThat(admin.get(PROMPTS + "/summer/sound").statusCode()).isEqualTo(200);
        assertThat(speak("summer", "{\"text\": \"\"}").body()).contains("\"code\":\"no-text\"");
        assertThat(speak("bad%20name", "{\"text\": \"x\"}").body())
                .contains("\"code\":\"bad-name\"");
        assertThat(speak("x", "{\"text\": \"x\", \"language\": \"-w\"}").body())
                .contains("\"code\":\"no-voice\"");
    }

    @Test
    void whetherTextCanBeSpokenIsSaid() {
        String all = admin.get(PROMPTS).body();
        assertThat(all).contains("\"spoken\":[");
        if (all.contains("\"spoken\":[]")) {
            HttpResponse<String> refused = speak("x", "{\"text\": \"x\"}");
            assertThat(refused.statusCode()).isEqualTo(501);
            assertThat(refused.body()).contains("\"code\":\"no-engine\"");
        }
    }
}
