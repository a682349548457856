package org.sonnerie.pbx.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;

/** Queues and their agents, as an admin's script and an agent's page see them. */
@BothDatabases("DutyRows")
class QueuesIT {
    private static final String AGENT = "/phone/agent";
    private static final String QUEUES = "/api/v1/queues";

    private RunningServer server;
    private Browser bob;
    private Browser admin;

    @BeforeEach
    void start() {
        server = RunningServer.demo();
        bob = Browser.signedIn(server, "bob");
        admin = Browser.signedIn(server, "admin");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static HttpResponse<String> put(Browser who, String path, String body) {
        return who.ask("PUT", path, body, Map.of("Content-Type", "application/json"));
    }

    @Test
    void anAgentLogsOutPausesWithAReasonAndComesBack() {
        assertThat(bob.get(AGENT).body())
                .isEqualTo(
                        "{\"queues\":[{\"id\":\"support\",\"name\":\"Support\","
                                + "\"waiting\":0,\"longestSeconds\":0}],"
                                + "\"onDuty\":true,\"pause\":null}");

        HttpResponse<String> paused = put(bob, AGENT, "{\"onDuty\":true,\"pause\":\" Lunch \"}");
        assertThat(paused.statusCode()).isEqualTo(200);
        assertThat(paused.body()).contains("\"onDuty\":true,\"pause\":\"Lunch\"");
        assertThat(admin.get(QUEUES).body())
                .contains(
                        "{\"person\":\"bob\",\"name\":\"Bob\",\"onDuty\":true,"
                                + "\"pause\":\"Lunch\",\"reachable\":false,"
                                + "\"does\":\"nothing\",\"served\":0}");

        assertThat(put(bob, AGENT, "{\"onDuty\":false,\"pause\":\"Lunch\"}").body())
                .contains("\"onDuty\":false,\"pause\":null");
        assertThat(put(bob, AGENT, "{\"onDuty\":true}").body())
                .contains("\"onDuty\":true,\"pause\":null");
    }

    @Test
    void hisDutyOutlivesTheServer() {
        put(bob, AGENT, "{\"onDuty\":false}");
        server.stop();
        server = RunningServer.startIn(server.data(), "--sonnerie.demo=true");
        assertThat(Browser.signedIn(server, "bob").get(AGENT).body()).contains("\"onDuty\":false");
    }

    @Test
    void anAdminSendsAnAgentOffDuty() {
        assertThat(put(admin, QUEUES + "/agents/carol", "{\"onDuty\":false}").body())
                .isEqualTo("{\"onDuty\":false,\"pause\":null}");
        assertThat(put(admin, QUEUES + "/agents/alice", "{\"onDuty\":false}").statusCode())
                .as("alice serves no queue")
                .isEqualTo(404);
        assertThat(put(bob, QUEUES + "/agents/carol", "{\"onDuty\":true}").statusCode())
                .as("bob is no admin")
                .isEqualTo(403);
    }

    @Test
    void theyAreReadPartByPart() {
        String wish = "{\"name\": \"Orders\", \"agents\": [\"bob\"]}";
        Map<String, String> json = Map.of("Content-Type", "application/json");
        assertThat(admin.ask("POST", "/api/v1/plan/parts/queues", wish, json).statusCode())
                .isEqualTo(201);

        assertThat(admin.get(QUEUES).body())
                .contains("\"Support\"", "\"Orders\"")
                .doesNotContain("\"next\"");
        assertThat(admin.get(QUEUES + "?limit=1").body())
                .contains("\"Support\"", "\"next\":\"support\"")
                .doesNotContain("\"Orders\"");
        assertThat(admin.get(QUEUES + "?limit=1&after=support").body())
                .contains("\"Orders\"")
                .doesNotContain("\"Support\"", "\"next\"");
        for (String wrong : new String[] {"?limit=0", "?limit=201", "?limit=x", "?after=none"}) {
            HttpResponse<String> refused = admin.get(QUEUES + wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).contains(wrong.substring(1, 6));
        }
    }

    @Test
    void whatMakesNoSenseIsRefusedWithASentence() {
        assertThat(put(bob, AGENT, "{}").body()).contains("onDuty is missing");
        HttpResponse<String> blank = put(bob, AGENT, "{\"onDuty\":true,\"pause\":\"  \"}");
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.body()).contains("a pause has a reason of 1 to 60 characters");
        Browser alice = Browser.signedIn(server, "alice");
        assertThat(alice.get(AGENT).body()).contains("\"queues\":[]");
        assertThat(put(alice, AGENT, "{\"onDuty\":true}").statusCode()).isEqualTo(404);
    }
}
