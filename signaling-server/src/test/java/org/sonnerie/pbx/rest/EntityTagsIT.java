package org.sonnerie.pbx.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is read has a strong entity tag; what is changed can be guarded by it. */
class EntityTagsIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    private static HttpResponse<String> ask(
            String method, String path, String content, Map<String, String> headers) {
        return admin.ask(method, path, content, headers);
    }

    private static HttpResponse<String> post(String path, String content) {
        return ask("POST", path, content, Map.of("Content-Type", "application/json"));
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/people",
                "/people/alice",
                "/calls",
                "/recordings",
                "/queues",
                "/prompts",
                "/tokens",
                "/webhooks",
                "/limits",
                "/departments",
                "/privacy/retention",
                "/start",
                "/plan",
                "/plan/parts/ring-groups",
                "/openapi.json"
            })
    void whatIsReadHasATagAndIsNotSentAgain(String path) {
        HttpResponse<String> read = admin.get("/api/v1" + path);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(tag(read)).startsWith("\"").endsWith("\"");

        HttpResponse<String> again =
                ask("GET", "/api/v1" + path, "", Map.of("If-None-Match", tag(read)));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(
                        ask("GET", "/api/v1" + path, "", Map.of("If-None-Match", "\"other\""))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTagIsAnotherOnceSomethingChanged() {
        String before = tag(admin.get("/api/v1/people"));
        post("/api/v1/people", "{\"userName\": \"tina\", \"name\": \"Tina\"}");
        assertThat(tag(admin.get("/api/v1/people"))).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/webhooks | {\"name\": \"A\", \"address\": \"https://crm.example.org/x\"}",
                "/tokens | {\"name\": \"A\", \"scopes\": [\"calls:read\"]}"
            })
    void whatIsDeletedIsWhatWasSeen(String path, String wish) {
        HttpResponse<String> made = post("/api/v1" + path, wish);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String one = "/api/v1" + path + "/" + JSON.readTree(made.body()).path("id").asString("");
        HttpResponse<String> read = admin.get(one);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).doesNotContain("snr_0", "whsec");

        assertThat(ask("DELETE", one, "", Map.of("If-Match", "\"other\"")).statusCode())
                .isEqualTo(412);
        assertThat(ask("DELETE", one, "", Map.of("If-Match", "\"x\", " + tag(read))).statusCode())
                .isEqualTo(204);
        assertThat(admin.get(one).statusCode()).isEqualTo(404);
        assertThat(ask("DELETE", one, "", Map.of()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"/people, people", "/tokens, tokens", "/webhooks, webhooks"})
    void listsAreReadPartByPart(String path, String member) {
        for (String name : List.of("P1", "P2")) {
            post(
                    "/api/v1/tokens",
                    "{\"name\": \"%s\", \"scopes\": [\"calls:read\"]}".formatted(name));
            post(
                    "/api/v1/webhooks",
                    "{\"name\": \"%s\", \"address\": \"https://crm.example.org/x\"}"
                            .formatted(name));
        }
        JsonNode all = JSON.readTree(admin.get("/api/v1" + path).body()).path(member);
        List<JsonNode> found = new ArrayList<>();
        String next = "";
        do {
            String part = admin.get("/api/v1" + path + "?limit=1" + next).body();
            JsonNode page = JSON.readTree(part);
            assertThat(page.path(member)).hasSize(1);
            found.add(page.path(member).path(0));
            next = page.has("next") ? "&after=" + page.path("next").asString("") : "";
        } while (!next.isEmpty());
        assertThat(found).hasSizeGreaterThan(1).isEqualTo(all.valueStream().toList());
        for (String wrong : List.of("?limit=0", "?limit=201", "?limit=x", "?after=nobody")) {
            assertThat(admin.get("/api/v1" + path + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }
}
